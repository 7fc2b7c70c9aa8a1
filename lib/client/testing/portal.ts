/** The portal's server as a page of the browser meets it: answers in the order in which they are asked for. */
import { vi } from 'vitest'
import { success } from '@/lib/domain/problems/problem'
import type { TokenNeeds, TokenSource } from '../calls/signed-call'

type Sent = { readonly address: string; readonly init: RequestInit }

/** An answer, or a connection that is lost. */
export type Reply = Response | 'lost'

/** The last reply stands for all that follow. `sent` are the requests so far. */
export function portalAnswering(...replies: readonly Reply[]) {
  const sent: Sent[] = []
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const reply = replies[Math.min(sent.length, replies.length - 1)]
    sent.push({ address, init })
    if (reply === undefined || reply === 'lost') throw new TypeError('Failed to fetch')
    return reply.clone()
  })
  return sent
}

export const headersOf = ({ init }: Sent) => new Headers(init.headers)

/** Tokens as MSAL would give them: another one when the present one was refused. */
export function tokenSource() {
  const asked: (TokenNeeds | undefined)[] = []
  const token: TokenSource = async (needs) => {
    asked.push(needs)
    return success(`token-${asked.length}`)
  }
  return { asked, token }
}

/** Graph's envelope. */
export const refusal = (
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
) => Response.json({ error: { code, message: `${code} it is.` } }, { status, headers })
