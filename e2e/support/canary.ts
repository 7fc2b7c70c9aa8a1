/**
 * What a test types, chooses and is given that nobody else may know, and where it was found all the
 * same. Whatever travels in a body as a password or a file counts, and so does each token.
 */
import type { BrowserContext, Page, Request, Response } from '@playwright/test'
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isIn } from './secrets'

/** Shorter ones are found everywhere: `pfx` is a password of some tests. */
const leastLength = 8

/** From these places of a certificate file a piece is looked for; all of it would never be found. */
const pieceStarts = [100, 1000, 2000]
const pieceLength = 60

export type Canary = Awaited<ReturnType<typeof releaseCanary>>

type Surroundings = {
  /** The portal's origin. */
  readonly portal: string
  /** Where MSAL cannot encrypt its cache, its tokens lie open in the tab's storage: these do not count. */
  readonly isCacheOpen?: boolean
}

/** Listens to all that the browser does, from now on. */
export async function releaseCanary(context: BrowserContext, surroundings: Surroundings) {
  const { portal } = surroundings
  const secrets = new Set<string>()
  const places: Promise<[place: string, text: string]>[] = []
  const add = (...found: readonly string[]) => {
    for (const secret of found) if (secret.length >= leastLength) secrets.add(secret)
  }
  const see = (place: string, text: string | Promise<string>) => {
    // The body of an answer is gone when its page was left.
    places.push(
      Promise.resolve(text).then(
        (known) => [place, known],
        () => [place, ''],
      ),
    )
  }
  await context.exposeFunction('noteTypedSecret', add)
  await context.addInitScript(reportPasswords)
  context.on('console', (message) => see('console', message.text()))
  context.on('request', (request) => {
    see('address', request.url())
    add(...secretsOf(request))
  })
  context.on('response', (response) => {
    if (isTokenAnswer(response)) places.push(tokensOf(response).then(noteTokens))
    if (isFailure(response, portal)) see('error body', response.text())
  })
  const noteTokens = (tokens: string[]): [string, string] => {
    add(...tokens)
    return ['tokens', '']
  }
  return {
    secrets,
    /** Each place in which one of the secrets can be read, once. */
    leaks: async () => {
      const seen = [...(await Promise.all(places)), ...(await keptByPages(context, surroundings))]
      const leaky = seen.filter(([, text]) => [...secrets].some((secret) => isIn(text, secret)))
      return [...new Set(leaky.map(([place]) => place))]
    },
  }
}

function secretsOf(request: Request): string[] {
  const token = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1]
  const body = request.headers()['content-type']?.includes('json') ? request.postData() : null
  return [...(token ? [token] : []), ...(body ? secretValues(parseOrNull(body)) : [])]
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function secretValues(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (typeof inner !== 'string') return secretValues(inner)
    if (name === 'password') return [inner]
    return name === 'pkcs12Value' ? piecesOf(inner) : []
  })
}

const piecesOf = (file: string) =>
  pieceStarts.map((start) => file.slice(start, start + pieceLength)).filter((piece) => piece !== '')

const isTokenAnswer = (response: Response) => response.url().endsWith('/oauth2/v2.0/token')

const isFailure = (response: Response, portal: string) =>
  response.status() >= 400 && response.url().startsWith(`${portal}/api/`)

/** Not the id token: OpenID Connect has it in the address of a sign-out, to say whose it is. */
async function tokensOf(response: Response): Promise<string[]> {
  const answer = parseOrNull(await response.text().catch(() => ''))
  const { access_token: access, refresh_token: refresh } = {
    ...(answer as { access_token?: string; refresh_token?: string } | null),
  }
  return [access ?? '', refresh ?? '']
}

async function keptByPages(
  context: BrowserContext,
  { portal, isCacheOpen }: Surroundings,
): Promise<[string, string][]> {
  const own = context.pages().filter((page) => page.url().startsWith(portal))
  const kept = await Promise.all(own.map((page) => keptBy(page, isCacheOpen ? 'msal.' : null)))
  return kept.flat()
}

const keptBy = async (page: Page, ignored: string | null): Promise<[string, string][]> => {
  const nothing = () => '' // a page that is just being left keeps nothing
  const storage = (prefix: string | null) => {
    const tab = Object.entries(sessionStorage).filter(
      ([key]) => prefix === null || !key.startsWith(prefix),
    )
    return JSON.stringify([Object.entries(localStorage), tab, history.state])
  }
  return [
    ['page', await page.evaluate(pageOutsideFields).catch(nothing)],
    ['storage', await page.evaluate(storage, ignored).catch(nothing)],
    ['address', page.url()],
  ]
}

/**
 * Runs in the page: its source and its texts. A field shows what is typed into it, which React writes
 * into the attribute as well, and names what may complete it.
 */
function pageOutsideFields(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement // a copy is of the same kind
  for (const field of copy.querySelectorAll('input, textarea')) {
    field.removeAttribute('value')
    field.removeAttribute('autocomplete')
  }
  return `${copy.outerHTML}\n${copy.textContent}`
}

/** Runs in the page. A field that was once a password's stays one when its text is shown. */
function reportPasswords() {
  const fields = new WeakSet<EventTarget>()
  const isPassword = (target: EventTarget | null): target is HTMLInputElement =>
    target instanceof HTMLInputElement && (target.type === 'password' || fields.has(target))
  const note = (text: string) => {
    const { noteTypedSecret } = window as unknown as { noteTypedSecret: (text: string) => void }
    noteTypedSecret(text)
  }
  const onFocus = ({ target }: Event) => {
    if (isPassword(target)) fields.add(target)
  }
  const onChange = ({ target }: Event) => {
    if (isPassword(target)) note(target.value)
  }
  addEventListener('focusin', onFocus, true)
  addEventListener('change', onChange, true)
}

/** Where the secrets of a run are kept until its end. */
export const secretsFolder = (outputFolder: string) => join(outputFolder, 'canary')

/** Keeps the secrets for the tests that run afterwards: one a line, as JSON. */
export async function keepSecrets(outputFolder: string, worker: number, secrets: Set<string>) {
  if (secrets.size === 0) return
  await mkdir(secretsFolder(outputFolder), { recursive: true })
  const lines = [...secrets].map((secret) => `${JSON.stringify(secret)}\n`)
  await appendFile(join(secretsFolder(outputFolder), `${worker}.jsonl`), lines.join(''))
}
