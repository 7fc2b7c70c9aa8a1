'use client'

import { useEffect, useState } from 'react'
import { pages } from '@/lib/contract/routes'

type RedirectBridgeProps = {
  readonly waiting: string
  readonly failed: string
  readonly back: string
}

let started = false // Strict Mode runs effects twice, and an answer can be handed over once only

/** Hands the answer in the address to the page, or the frame's parent, that asked for it. */
export function RedirectBridge({ waiting, failed, back }: RedirectBridgeProps) {
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    if (started) return
    started = true
    void handOver().then(setHasFailed)
  }, [])

  if (!hasFailed) return <p role="status">{waiting}</p>
  return (
    <div role="alert">
      <p>{failed}</p>
      <a href={pages.connectors()}>{back}</a>
    </div>
  )
}

/** Loaded here only: the bridge is of no use to any other page. */
async function handOver(): Promise<boolean> {
  const { broadcastResponseToMainFrame } = await import('@azure/msal-browser/redirect-bridge')
  return broadcastResponseToMainFrame().then(
    () => false,
    () => true,
  )
}
