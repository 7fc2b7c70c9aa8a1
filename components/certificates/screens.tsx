'use client'

/** The page about certificates, fetched when it is shown: visitors without a session load none. */
import dynamic from 'next/dynamic'

export const CertificateOverview = dynamic(
  () => import('./certificate-overview').then((module) => module.CertificateOverview),
  { ssr: false },
)
