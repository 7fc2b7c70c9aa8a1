import { CertificateOverview } from '@/components/certificates/screens'
import { translator } from '@/lib/messages/translator'

export const metadata = { title: translator('certificates')('title') }

export default function CertificatesPage() {
  return <CertificateOverview />
}
