import { requireIdentifier } from '@/app/connectors/require-identifier'
import { translator } from '@/lib/messages/translator'
import { Screen } from '@/app/screen'

export const metadata = { title: translator('connectors')('editTitle') }

type EditConnectorPageProps = { readonly params: Promise<{ id: string }> }

export default async function EditConnectorPage({ params }: EditConnectorPageProps) {
  return <Screen name="editConnector" props={{ id: requireIdentifier((await params).id) }} />
}
