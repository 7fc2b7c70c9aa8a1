import { ConnectorList } from '@/components/connectors/screens'
import { translator } from '@/lib/messages/translator'

export const metadata = { title: translator('connectors')('title') }

export default function ConnectorsPage() {
  return <ConnectorList />
}
