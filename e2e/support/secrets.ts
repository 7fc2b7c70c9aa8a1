/** Where a browser could keep or pass on what nobody else may know. */
import type { BrowserContext, Page } from '@playwright/test'

/** Listens to all that the browser says and asks for, from now on. */
export function listen(context: BrowserContext) {
  const messages: string[] = []
  const addresses: string[] = []
  const answers: Promise<string>[] = []
  context.on('console', (message) => messages.push(message.text()))
  context.on('request', (request) => addresses.push(request.url()))
  context.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/')) {
      answers.push(response.text().catch(() => '')) // an answer without a body has no text
    }
  })
  return {
    addresses,
    heard: async () => ({ messages, addresses, answers: await Promise.all(answers) }),
  }
}

/** All that the browser keeps of the portal, and the page as it is now. */
export async function keptBy(page: Page) {
  const cookies = await page.context().cookies()
  const kept = await page.evaluate(async () => ({
    localStorage: Object.entries<string>(localStorage),
    sessionStorage: Object.entries<string>(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    caches: await caches.keys(),
    historyState: JSON.stringify(history.state),
    address: location.href,
  }))
  return { ...kept, cookies, html: await page.content() }
}

/** Whether a secret can be read in a text, as it is or in one of the usual disguises. */
export const isIn = (text: string, secret: string): boolean =>
  secretForms(secret).some((form) => text.includes(form))

const secretForms = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  JSON.stringify(secret).slice(1, -1),
]

/** Those of the secrets that can be read in whatever is given. */
export function findSecrets(places: unknown, secrets: readonly string[]): string[] {
  const text = JSON.stringify(places)
  return secrets.filter((secret) => isIn(text, secret))
}
