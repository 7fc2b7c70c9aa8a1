import { translator } from '@/lib/messages/translator'
import { Screen } from '@/app/screen'

export const metadata = { title: translator('userFlows')('title') }

export default function Page() {
  return <Screen name="userFlows" props={{}} />
}
