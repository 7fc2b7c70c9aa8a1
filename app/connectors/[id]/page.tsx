import { requireIdentifier } from '@/app/connectors/require-identifier'
import { translator } from '@/lib/messages/translator'
import { Screen } from '@/app/screen'

export const metadata = { title: translator('connectors')('detailTitle') }

type ConnectorPageProps = { readonly params: Promise<{ id: string }> }

export default async function ConnectorPage({ params }: ConnectorPageProps) {
  return <Screen name="connectorDetail" props={{ id: requireIdentifier((await params).id) }} />
}
