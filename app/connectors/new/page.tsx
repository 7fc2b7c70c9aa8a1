import { translator } from '@/lib/messages/translator'
import { Screen } from '@/app/screen'

export const metadata = { title: translator('connectors')('newTitle') }

export default function NewConnectorPage() {
  return <Screen name="newConnector" props={{}} />
}
