/** Reads the address of a test: whether it is one that may be called is another question. */
import 'server-only'
import { targetUrlSchema } from '@/lib/contract/connector'
import { invisibleCharacter } from '@/lib/contract/characters'
import { workTexts } from '@/lib/messages/work-texts'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { detail } from '../../exchange/validation'

export type Target = {
  /** The name or address that is connected to: lower case, punycode, no brackets, no dot at its end. */
  readonly host: string
  readonly port: number
  /** `host:port` as a configuration writes it, with brackets around an IPv6 address. */
  readonly authority: string
  /** The path of the request, with its query. */
  readonly path: string
}

type Complaint = keyof typeof workTexts.validation

/**
 * The parsed address, or `invalidTargetUrl`. The text is judged as it came: the parser of WHATWG would
 * silently drop a line break and take a backslash for a slash.
 */
export function readTargetUrl(text: string): Target {
  const character = invisibleCharacter(text)
  if (character !== null) throw refusal('targetUrlInvisible', character)
  const complaint = complaintAbout(text)
  if (complaint) throw refusal(complaint)
  const { hostname, port, pathname, search } = new URL(text)
  const name = hostname.replace(/\.$/, '')
  if (!name.startsWith('[') && !isHostName(name)) throw refusal('targetUrlInvalid')
  const number = Number(port || 443)
  return {
    host: name.replace(/^\[|\]$/g, ''),
    port: number,
    authority: `${name}:${number}`,
    path: pathname + search,
  }
}

function complaintAbout(text: string): Complaint | undefined {
  if (/[\s\p{Cc}]/u.test(text)) return 'targetUrlSpace'
  if (text.includes('\\')) return 'targetUrlInvalid'
  const { error } = targetUrlSchema.safeParse(text)
  if (error) return complaintOf(error.issues[0]?.message)
  // An empty user name is one, too, and the parser shows none.
  return /^[^/]*\/\/[^/?]*@/.test(text) ? 'targetUrlUserinfo' : undefined
}

const complaintOf = (message: string | undefined): Complaint =>
  message !== undefined && isComplaint(message) ? message : 'targetUrlInvalid'

const isComplaint = (message: string): message is Complaint =>
  Object.hasOwn(workTexts.validation, message)

/** RFC 1035 section 2.3.1, with the lengths of section 2.3.4. The four numbers of an address pass, too. */
const isHostName = (name: string) =>
  name.length <= 253 &&
  name.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))

const refusal = (complaint: Complaint, value?: string) =>
  new PortalError('invalidTargetUrl', { details: [detail('targetUrl', complaint, value)] })
