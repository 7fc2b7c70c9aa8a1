import { Screen } from '@/app/screen'
import { translator } from '@/lib/messages/translator'
import { sampleFiles } from './sample-files'

export const metadata = { title: translator('connectorTests')('samples.title') }

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: PageProps) {
  const { connector } = await searchParams
  return (
    <Screen
      name="samples"
      props={{
        files: await sampleFiles(),
        connectorId: typeof connector === 'string' ? connector : null,
      }}
    />
  )
}
