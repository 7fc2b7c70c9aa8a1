'use client'

import { useState } from 'react'
import { useGuardAgainst } from '@/components/shell/dialogs/guard'
import type { MadeCertificate } from '@/lib/client/files/make-certificate'

/** The origin of a certificate. */
export type Source = 'file' | 'here'

/** The two things without which a key that was made here is lost. */
export type Keepsake = 'file' | 'password'

const nothing: ReadonlySet<Keepsake> = new Set()

/** A certificate that is made here. Its key is in this page only, until the person keeps file and password. */
export function useMaking() {
  const [source, setSource] = useState<Source>('file')
  const [made, setMade] = useState<MadeCertificate | null>(null)
  const [kept, setKept] = useState(nothing)
  useGuardAgainst(made && kept.size < 2 ? 'madeKey' : null)
  return {
    source,
    setSource,
    made,
    take: (next: MadeCertificate | null) => {
      setMade(next)
      setKept(nothing)
    },
    noteKept: (part: Keepsake) => setKept((before) => new Set([...before, part])),
  }
}
