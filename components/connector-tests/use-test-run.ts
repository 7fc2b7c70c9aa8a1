'use client'

import { useEffect, useRef, useState } from 'react'
import type { Problem } from '@/lib/domain/problems/problem'
import { createConnectorTester } from '@/lib/client/calls/connector-tests'
import { useSession } from '@/lib/client/session/session'
import { useTestHistory } from '@/lib/client/use-test-history'
import type { Claims } from '@/lib/contract/connector-test'
import { historyEntry, type PastTest } from '@/lib/domain/connector-tests/history'
import type { RequestKind } from '@/lib/domain/connector-tests/request'
import type { TestTarget } from './test-target'

export type TestState =
  | { readonly kind: 'idle' | 'running' | 'cancelled' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | {
      readonly kind: 'done'
      readonly test: PastTest
      /** Taken from the history. */
      readonly isEarlier: boolean
      /** Tells apart that the same test is shown again. */
      readonly turn: number
    }

export type TestRun = ReturnType<typeof useTestRun>

type Request = Pick<RequestKind, 'tenantKind' | 'step'> & { readonly claims: Claims }

/** Runs one test at a time; a cancelled one ends at once, whatever the server still does. */
export function useTestRun({ name, prepare }: TestTarget) {
  const { token } = useSession()
  const { add } = useTestHistory()
  const [state, setState] = useState<TestState>({ kind: 'idle' })
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])

  const run = async ({ claims, ...kind }: Request): Promise<void> => {
    if (current.current) return
    const control = new AbortController()
    current.current = control
    const prepared = await prepare()
    if (!prepared) {
      current.current = null
      return
    }
    setState({ kind: 'running' })
    const testConnector = createConnectorTester(token)
    const result = await testConnector({ ...prepared, ...kind, body: claims }, control.signal)
    if (control.signal.aborted) return
    current.current = null
    if (!result.ok) {
      setState({ kind: 'refused', problem: result.problem })
      return
    }
    const about = { id: crypto.randomUUID(), at: Date.now(), name, ...kind }
    add(historyEntry(about, result.value))
    const test = { ...about, result: result.value }
    setState({ kind: 'done', test, isEarlier: false, turn: performance.now() })
  }
  return {
    state,
    run,
    cancel: () => {
      current.current?.abort()
      current.current = null
      setState({ kind: 'cancelled' })
    },
    show: (test: PastTest) => {
      setState({ kind: 'done', test, isEarlier: true, turn: performance.now() })
    },
  }
}
