import type { TimelineSpan } from './timeline-scale'
import type { Certificate } from '@/lib/contract/authentication'
import { certificatePhase } from '@/lib/domain/certificate-state'

/** A bar for each of a connector's certificates as it is at `now` (epoch seconds), in their order. */
export function certificateSpans(
  certificates: readonly Certificate[],
  now: number,
): TimelineSpan[] {
  return certificates.map((certificate, index) => ({
    id: String(index),
    name: certificate.thumbprint ?? '–',
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    tone: certificatePhase(certificate, now),
  }))
}
