import { translator } from '@/lib/messages/translator'
import { Screen } from '@/app/screen'

export const metadata = { title: translator('connectors')('title') }

export default function ConnectorsPage() {
  return <Screen name="connectorList" props={{}} />
}
