import { useMemo } from 'react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import type { CertificateState } from '@/lib/domain/certificate-state'

/** A certificate that begins later, beside one that is active now. */
type Staged = { readonly kind: 'staged'; readonly notBefore: number }

/** A certificate state in words: "expires in 6 days". */
export function useCertificateText(): (state: CertificateState | Staged) => string {
  const t = useTranslations('connectors.certificateState')
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  return useMemo(() => {
    const when = (seconds: number) => format.relativeTime(new Date(seconds * 1000), { now })
    return (state) => {
      if (state.kind === 'expired') return t('expired', { when: when(state.notAfter) })
      if ('notBefore' in state) return t(state.kind, { when: when(state.notBefore) })
      return 'days' in state ? t(state.kind, { days: state.days }) : t(state.kind)
    }
  }, [format, now, t])
}
