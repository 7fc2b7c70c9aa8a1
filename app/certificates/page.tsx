import { translator } from '@/lib/messages/translator'
import { Screen } from '@/app/screen'

export const metadata = { title: translator('certificates')('title') }

export default function CertificatesPage() {
  return <Screen name="certificates" props={{}} />
}
