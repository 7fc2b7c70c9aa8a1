import { NewConnector } from '@/components/connectors/screens'
import { translator } from '@/lib/messages/translator'

export const metadata = { title: translator('connectors')('newTitle') }

export default function NewConnectorPage() {
  return <NewConnector />
}
