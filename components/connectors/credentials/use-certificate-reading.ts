'use client'

import { useEffect, useState } from 'react'
import type { CertificateFile } from '@/lib/client/files/certificate-file'
import type { Pkcs12Failure } from '@/lib/domain/pkcs12/failure'
import type {
  CandidateFacts,
  InspectedPkcs12,
  Inspection,
} from '@/lib/domain/pkcs12/inspect-pkcs12'
import type { JudgedFile } from './use-chosen-file'

/** The state of the chosen file with the password as it stands. */
export type CertificateReading =
  | { readonly state: 'nothing' | 'reading' | 'unavailable' }
  /** The password, which may not be complete yet, does not open it. */
  | { readonly state: 'locked' }
  | { readonly state: 'refused'; readonly kind: Pkcs12Failure }
  | { readonly state: 'several'; readonly candidates: readonly CandidateFacts[] }
  | { readonly state: 'read'; readonly inspection: InspectedPkcs12 }

/** While a password is typed, no key is derived from its first letters. */
const typingPauseMs = 300

type ReadingRequest = Omit<CertificateFile, 'bytes'>

/** Opens the file anew whenever the password or the choice among its certificates changes. */
export function useCertificateReading(
  file: JudgedFile | null,
  { password, thumbprint }: ReadingRequest,
): CertificateReading {
  const [reading, setReading] = useState<CertificateReading>({ state: 'nothing' })
  useEffect(() => {
    if (!file) return undefined
    const giveUp = new AbortController()
    const begin = setTimeout(() => {
      setReading({ state: 'reading' })
      void readNow({ bytes: file.bytes, password, thumbprint }, giveUp.signal).then((next) => {
        if (!giveUp.signal.aborted) setReading(next)
      })
    }, typingPauseMs)
    return () => {
      clearTimeout(begin)
      giveUp.abort()
      setReading({ state: 'nothing' })
    }
  }, [file, password, thumbprint])
  if (file?.refusal) return { state: 'refused', kind: file.refusal }
  return reading
}

/** Reads without delay; never rejects. */
export async function readNow(
  file: CertificateFile,
  signal?: AbortSignal,
): Promise<CertificateReading> {
  const { inspectFile } = await import('@/lib/client/files/certificate-file')
  return inspectFile(file, signal).then(readingOf, () => ({ state: 'unavailable' }) as const)
}

function readingOf(inspection: Inspection): CertificateReading {
  if (inspection.ok) return { state: 'read', inspection }
  if (inspection.kind === 'wrong-password') return { state: 'locked' }
  if (inspection.kind === 'multiple-keys') {
    return { state: 'several', candidates: inspection.candidates }
  }
  return { state: 'refused', kind: inspection.kind }
}
