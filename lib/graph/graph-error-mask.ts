/** Graph may repeat in an error what was just sent; a secret goes back neither to the page nor to support. */
import { createMask, keysIn, mask, type Mask } from './sent-secrets'

/** Cut out of a sentence, so short a secret would tear it apart and still be guessed from what is left. */
const minSecretLength = 4

/** Properties that never hold what somebody has entered. */
const isName = (property: string) => /^(?:code|target|date|@odata\.type)$|id$/i.test(property)

/**
 * The error with every secret of the body masked in its texts. Names, codes and ids stay: they are what
 * an explanation and support go by.
 * @param error as parsed from Graph's answer
 * @param body as it was sent
 */
export function withoutSentSecrets(error: unknown, body: unknown): unknown {
  const secrets = secretsIn(body)
  return secrets.length === 0 ? error : maskTexts(error, maskOf(secrets))
}

function maskOf(secrets: readonly string[]): Mask {
  const short = secrets.filter((secret) => secret.length < minSecretLength)
  const passwords = secrets.filter((secret) => secret.length >= minSecretLength)
  const maskText = createMask({ passwords, credentials: undefined, query: '' })
  return (text) => (short.some((secret) => text.includes(secret)) ? mask : maskText(text))
}

/** Passwords, files and the values of an address's query (Graph: identityApiConnector). */
function secretsIn(body: unknown): string[] {
  return texts(body)
    .flatMap(([property, text]) => {
      if (/^(?:password|pkcs12Value)$/i.test(property)) return [text]
      return property === 'targetUrl' ? queryValues(text) : []
    })
    .filter((text) => text !== '')
}

const queryValues = (url: string): string[] =>
  URL.canParse(url) ? keysIn(new URL(url).search) : []

function texts(value: unknown): [property: string, text: string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([property, inner]): [string, string][] =>
    typeof inner === 'string' ? [[property, inner]] : texts(inner),
  )
}

function maskTexts(value: unknown, maskText: Mask): unknown {
  if (typeof value === 'string') return maskText(value)
  if (Array.isArray(value)) return value.map((item) => maskTexts(item, maskText))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([property, inner]) => [
      property,
      isName(property) ? inner : maskTexts(inner, maskText),
    ]),
  )
}
