'use client'

import { useState } from 'react'
import type { PortalSettings } from '@/lib/contract/settings'

type SignInButtonProps = {
  readonly settings: PortalSettings
  /** A path; without it the person comes back to this page. */
  readonly returnTo: string | undefined
  readonly name: string
  readonly busy: string
  readonly failed: string
}

type State =
  { readonly kind: 'idle' | 'busy' } | { readonly kind: 'failed'; readonly reason: string }

/** MSAL is fetched when the button is pressed: most of its weight is of no use before. */
export function SignInButton({ settings, returnTo, name, busy, failed }: SignInButtonProps) {
  const [state, setState] = useState<State>({ kind: 'idle' })

  const start = async () => {
    setState({ kind: 'busy' })
    const { signIn } = await import('@/lib/client/session/sign-in')
    const left = await signIn(settings, returnTo ? { returnTo } : {})
    if (!left.ok) setState({ kind: 'failed', reason: left.problem.message })
  }
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={state.kind === 'busy'}
        onClick={() => {
          if (state.kind !== 'busy') void start()
        }}
      >
        {state.kind === 'busy' ? busy : name}
      </button>
      {state.kind === 'failed' && (
        <p role="alert">
          {failed}: {state.reason}
        </p>
      )}
    </>
  )
}
