'use client'

import { useEffect, useState } from 'react'
import { pages } from '@/lib/contract/routes'

type RedirectBridgeProps = {
  readonly waiting: string
  /** Of a window that the browser does not let close itself. */
  readonly finished: string
  readonly failed: string
  /** The explanation for a browser that has not kept the beginning of the sign-in. */
  readonly lost: string
  readonly back: string
}

type Outcome = 'handedOver' | 'failed' | 'lost'

let started = false // Strict Mode runs effects twice, and an answer can be handed over once only

/** Hands the answer in the address to the page, or the frame's parent, that asked for it. */
export function RedirectBridge({ waiting, finished, failed, lost, back }: RedirectBridgeProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    if (started) return
    started = true
    void handOver().then(setOutcome)
  }, [])

  if (outcome === null) return <p role="status">{waiting}</p>
  if (outcome === 'handedOver') return <p role="status">{finished}</p>
  return (
    <div role="alert">
      <p>{outcome === 'lost' ? lost : failed}</p>
      <a href={pages.connectors()}>{back}</a>
    </div>
  )
}

/** The answer stays in the address only if the page goes on to where it came from. */
const hasAnswer = () => /[#&](code|error)=/.test(window.location.hash)

/** Loaded here only: the bridge is of no use to any other page. */
async function handOver(): Promise<Outcome | null> {
  const { broadcastResponseToMainFrame } = await import('@azure/msal-browser/redirect-bridge')
  return broadcastResponseToMainFrame(navigation).then(
    () => (hasAnswer() ? null : 'handedOver'),
    (error: unknown) => (error === storageLost ? 'lost' : 'failed'),
  )
}

const storageLost = new Error('The storage of the tab was lost during the sign-in.')

/**
 * Leads back to where the sign-in began. MSAL remembers that in the tab's storage, with what it needs to
 * use the answer: without it the page would come up as if nobody had signed in, and nobody would know why.
 */
const navigation = {
  navigateInternal: (url: string) => {
    const isKept = Object.keys(sessionStorage).some((key) => key.startsWith('msal.'))
    if (!isKept) {
      window.history.replaceState(null, '', window.location.pathname) // the answer is of no use any more
      return Promise.reject(storageLost)
    }
    window.location.replace(url)
    return new Promise<boolean>(() => undefined) // nothing runs after it
  },
  navigateExternal: () => Promise.resolve(false), // not the bridge's
}
