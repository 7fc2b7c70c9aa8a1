/** The complaints of a schema, as the `details` of an `invalidRequest`. */
import 'server-only'
import { readComplaint } from '@/lib/contract/complaint'
import type { ProblemDetail } from '@/lib/contract/problem'
import type { core } from '@/lib/contract/z'
import { workTexts } from '@/lib/messages/work-texts'
import { translator } from '@/lib/messages/translator'
import { PortalError } from '@/lib/graph/basics/portal-error'

type MessageKey = keyof typeof workTexts.validation

/** Names of properties come from outside and may be of any length. In characters. */
const maxTargetLength = 200

const translate = translator('validation')

/** One complaint, in the catalogue's words. */
export const detail = (target: string, code: MessageKey, value = ''): ProblemDetail => ({
  target: target.slice(0, maxTargetLength),
  code,
  message: translate(code, { value }),
})

/** What either form of zod says of a value. */
type Judgement<Value> =
  | { readonly success: true; readonly data: Value }
  | { readonly success: false; readonly error: { readonly issues: readonly core.$ZodIssue[] } }

/** The parsed value, or `invalidRequest` with every property that is wrong. */
export function requireValid<Value>(result: Judgement<Value>): Value {
  if (result.success) return result.data
  throw new PortalError('invalidRequest', { details: firstOfEach(result.error.issues) })
}

/** Nobody reads more, and each costs a translation. */
const maxComplaints = 20

/** The first complaint about a property is the one worth showing. */
function firstOfEach(issues: readonly core.$ZodIssue[]): ProblemDetail[] {
  const complaints = new Map<string, () => ProblemDetail>()
  for (const [target, complaint] of issues.flatMap(toComplaints)) {
    if (complaints.size >= maxComplaints) break
    if (!complaints.has(target)) complaints.set(target, complaint)
  }
  return [...complaints.values()].map((complaint) => complaint())
}

type Complaint = readonly [target: string, complaint: () => ProblemDetail]

function toComplaints(issue: core.$ZodIssue): Complaint[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, maxComplaints).map((key) => {
      const target = dotted([...issue.path, key])
      return [target, () => detail(target, 'unknownProperty')]
    })
  }
  const target = dotted(issue.path)
  const { key, value } = readComplaint(issue.message)
  return [[target, () => detail(target, isMessageKey(key) ? key : 'invalidValue', value)]]
}

const dotted = (path: readonly PropertyKey[]) => path.map(String).join('.')

/** The contract's schemas speak in keys of the catalogue; zod's own sentences are not among them. */
const isMessageKey = (message: string): message is MessageKey =>
  Object.hasOwn(workTexts.validation, message)
