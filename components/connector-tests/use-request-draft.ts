'use client'

import { useState } from 'react'
import { claimsText, readClaims, withClaim } from '@/lib/domain/connector-tests/claims-text'
import {
  adaptClaims,
  buildClaims,
  stepsOfTenant,
  type Preset,
  type RequestKind,
} from '@/lib/domain/connector-tests/request'

export type RequestDraft = ReturnType<typeof useRequestDraft>

type Draft = RequestKind & {
  /** The claims as they are typed: the one truth, of which the form is a view. */
  readonly text: string
}

const startOf = (kind: RequestKind): Draft => ({ ...kind, text: claimsText(buildClaims(kind)) })

/** The request of a test. It follows `initial`, which may be found out late, until it is touched. */
export function useRequestDraft(initial: Omit<RequestKind, 'preset'>) {
  const [touched, setTouched] = useState<Draft | null>(null)
  const draft = touched ?? startOf({ ...initial, preset: 'socialAccount' })
  const read = readClaims(draft.text)

  const changeKind = (kind: RequestKind) => {
    const text = read.ok ? claimsText(adaptClaims(read.claims, draft, kind)) : draft.text
    setTouched({ ...kind, text })
  }
  return {
    ...draft,
    read,
    setTenantKind: (tenantKind: Draft['tenantKind']) => {
      const steps = stepsOfTenant[tenantKind]
      const step = steps.includes(draft.step) ? draft.step : 'postAttributeCollection'
      changeKind({ ...draft, tenantKind, step })
    },
    setStep: (step: Draft['step']) => {
      changeKind({ ...draft, step })
    },
    setPreset: (preset: Preset) => {
      setTouched(startOf({ ...draft, preset }))
    },
    setText: (text: string) => {
      setTouched({ ...draft, text })
    },
    setClaim: (name: string, value: string) => {
      if (read.ok) setTouched({ ...draft, text: claimsText(withClaim(read.claims, name, value)) })
    },
  }
}
