import { EditConnector } from '@/components/connectors/screens'
import { requireIdentifier } from '@/app/connectors/require-identifier'
import { translator } from '@/lib/messages/translator'

export const metadata = { title: translator('connectors')('editTitle') }

type EditConnectorPageProps = { readonly params: Promise<{ id: string }> }

export default async function EditConnectorPage({ params }: EditConnectorPageProps) {
  return <EditConnector id={requireIdentifier((await params).id)} />
}
