'use client'

import { useEffect, useState } from 'react'
import { pages } from '@/lib/contract/routes'

type RedirectBridgeProps = {
  readonly waiting: string
  /** Of a window that the browser does not let close itself. */
  readonly finished: string
  readonly failed: string
  readonly back: string
}

type Outcome = 'handedOver' | 'failed'

let started = false // Strict Mode runs effects twice, and an answer can be handed over once only

/** Hands the answer in the address to the page, or the frame's parent, that asked for it. */
export function RedirectBridge({ waiting, finished, failed, back }: RedirectBridgeProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    if (started) return
    started = true
    void handOver().then(setOutcome)
  }, [])

  if (outcome !== 'failed') return <p role="status">{outcome ? finished : waiting}</p>
  return (
    <div role="alert">
      <p>{failed}</p>
      <a href={pages.connectors()}>{back}</a>
    </div>
  )
}

/** The answer stays in the address only if the page goes on to where it came from. */
const hasAnswer = () => /[#&](code|error)=/.test(window.location.hash)

/** Loaded here only: the bridge is of no use to any other page. */
async function handOver(): Promise<Outcome | null> {
  const { broadcastResponseToMainFrame } = await import('@azure/msal-browser/redirect-bridge')
  return broadcastResponseToMainFrame().then(
    () => (hasAnswer() ? null : 'handedOver'),
    () => 'failed' as const,
  )
}
