import { ConnectorDetail } from '@/components/connectors/screens'
import { requireIdentifier } from '@/app/connectors/require-identifier'
import { translator } from '@/lib/messages/translator'

export const metadata = { title: translator('connectors')('detailTitle') }

type ConnectorPageProps = { readonly params: Promise<{ id: string }> }

export default async function ConnectorPage({ params }: ConnectorPageProps) {
  return <ConnectorDetail id={requireIdentifier((await params).id)} />
}
