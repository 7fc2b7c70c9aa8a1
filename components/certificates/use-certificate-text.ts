import { useMemo } from 'react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import type { CertificateState } from '@/lib/domain/certificate-state'

/** A certificate state in words: "expires in 6 days". */
export function useCertificateText(): (state: CertificateState) => string {
  const t = useTranslations('connectors.certificateState')
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  return useMemo(() => {
    const when = (seconds: number) => format.relativeTime(new Date(seconds * 1000), { now })
    return (state) => {
      if (state.kind === 'expired') return t('expired', { when: when(state.notAfter) })
      if (state.kind === 'waiting') return t('waiting', { when: when(state.notBefore) })
      return 'days' in state ? t(state.kind, { days: state.days }) : t(state.kind)
    }
  }, [format, now, t])
}
