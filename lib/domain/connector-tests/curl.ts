/** A test as a command line for a POSIX shell. What is secret comes from environment variables. */
import { escapeControls } from '../escape-controls'
import type { Claims } from '@/lib/contract/connector-test'

export type CurlTest = {
  readonly targetUrl: string
  readonly credentials:
    { readonly kind: 'basic'; readonly username: string } | { readonly kind: 'certificate' }
  readonly body: Claims
}

/** The call as the test console makes it: no redirect followed, TLS 1.2 or better, 30 seconds. */
export function curlCommand({ targetUrl, credentials, body }: CurlTest): string {
  return [
    `curl ${urlArgument(encodeControls(targetUrl))}`,
    "--header 'Content-Type: application/json'",
    ...credentialArguments(credentials),
    '--globoff --http1.1 --tlsv1.2 --max-time 30 --include',
    `--data-raw ${quoted(escapeControls(JSON.stringify(body)))}`,
  ].join(' \\\n  ')
}

function credentialArguments(credentials: CurlTest['credentials']): string[] {
  return credentials.kind === 'basic'
    ? [`--user ${quoted(`${credentials.username}:`)}"$API_PASSWORD"`]
    : ['--cert-type P12 --cert "$CLIENT_PFX:$CLIENT_PFX_PASSWORD"']
}

/** What a terminal would take for commands. */
const encodeControls = (url: string): string =>
  url.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, encodeURIComponent)

/** Within single quotes a POSIX shell takes everything as it is but the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Every value of the query may be a key, so each comes from a variable named after it. */
function urlArgument(url: string): string {
  const start = url.indexOf('?')
  if (start < 0) return quoted(url)
  const pairs = url
    .slice(start + 1)
    .split('&')
    .map(pairArgument)
  return `${quoted(url.slice(0, start + 1))}${pairs.join(quoted('&'))}`
}

function pairArgument(pair: string, index: number): string {
  const equals = pair.indexOf('=')
  if (equals < 0) return pair === '' ? '' : `"$${variable('', index)}"`
  const name = pair.slice(0, equals)
  return `${quoted(`${name}=`)}"$${variable(name, index)}"`
}

const variable = (name: string, index: number): string =>
  `QUERY_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_') || String(index + 1)}`
