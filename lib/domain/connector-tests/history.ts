/** The tests of the past as this browser keeps them: without secrets, the newest first. */
import { jsonOrNull } from '../json-or-null'
import * as z from '@/lib/contract/z'
import {
  connectorTestResultSchema,
  tenantKindSchema,
  type Claims,
  type ConnectorTestResult,
} from '@/lib/contract/connector-test'
import { stepSchema } from '@/lib/contract/identifiers'
import { maskUrlSecrets } from '../endpoint-url'

const keptEntries = 20
/** Of each body; the answers of the contract are much shorter. */
const keptCharacters = 4_096

const entrySchema = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  name: z.string(),
  tenantKind: tenantKindSchema,
  step: stepSchema,
  result: connectorTestResultSchema,
})
export type PastTest = z.infer<typeof entrySchema>

export type TestOf = Pick<PastTest, 'id' | 'at' | 'name' | 'tenantKind' | 'step'>

/** The kept part of a result: neither credentials nor values of the address's query are among it. */
export function historyEntry(test: TestOf, result: ConnectorTestResult): PastTest {
  const { request, response } = result
  return {
    ...test,
    result: {
      ...result,
      request: {
        ...request,
        targetUrl: maskUrlSecrets(request.targetUrl),
        headers: withoutSecrets(request.headers),
        body: maskedClaims(request.body),
      },
      response: response && {
        ...response,
        headers: withoutSecrets(response.headers),
        body: response.body.slice(0, keptCharacters),
        isCut: response.isCut || response.body.length > keptCharacters,
      },
    },
  }
}

type Headers = ConnectorTestResult['request']['headers']

/** Also where an answer names an address, its query may hold a key. */
const withoutSecrets = (headers: Headers): Headers =>
  headers
    .filter(([name]) => !/^(authorization|cookie|set-cookie|.*(key|token|secret).*)$/i.test(name))
    .map(([name, value]) => [name, maskUrlSecrets(value)])

/** Somebody may have added claims that Microsoft never sends. */
const secretName = /password|passwd|secret|token|api_?key|credential/i

const maskedClaims = (claims: Claims): Claims =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      secretName.test(name) ? '•••' : masked(value),
    ]),
  )

/** The same inside a claim, at every depth. */
function masked(value: Claims[string]): Claims[string] {
  if (Array.isArray(value)) return value.map(masked)
  return typeof value === 'object' && value !== null ? maskedClaims(value) : value
}

/** The history with one more entry; the oldest go. */
export const withEntry = (history: readonly PastTest[], entry: PastTest): PastTest[] =>
  [entry, ...history].slice(0, keptEntries)

/** Stored text may be anything: an earlier version of the portal wrote it, or somebody's hand. */
export function readHistory(stored: string | null): PastTest[] {
  const entries = z.array(z.unknown()).safeParse(jsonOrNull(stored ?? ''))
  return (entries.data ?? []).slice(0, keptEntries).flatMap((entry) => {
    const parsed = entrySchema.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
}

export const totalMs = ({ stages }: Pick<ConnectorTestResult, 'stages'>): number =>
  stages.reduce((sum, { ms }) => sum + ms, 0)
