// The frame of every page a person sees here. It loads nothing and runs no script.
import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/** Markup that is safe to send; texts get into it through `html` only. */
export type Html = { markup: string }

/** Template tag: escapes every text put in, and keeps markup and lists of markup as they are. */
export function html(strings: TemplateStringsArray, ...values: (string | Html | Html[])[]): Html {
  const parts = strings.map((text, index) => text + toMarkup(values[index] ?? ''))
  return { markup: parts.join('') }
}

function toMarkup(value: string | Html | Html[]): string {
  if (typeof value === 'string') {
    return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  }
  return Array.isArray(value) ? value.map(({ markup }) => markup).join('') : value.markup
}

/**
 * Sends the page. The policy names no `form-action`: Chromium would apply it to the redirect that
 * follows a form, and the way back to the portal would be blocked.
 */
export function sendPage(
  reply: FastifyReply,
  { status, title, body }: { status: number; title: string; body: Html },
): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} - Emulator</title>
        <link rel="icon" href="${icon}" />
        <style nonce="${nonce}">
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <p class="banner">Emulator: this is not Microsoft. Nothing here reaches a real tenant.</p>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .send(page.markup)
}

/** In place: the browser would ask for one by itself otherwise, against the policy. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='7' fill='%23ca8a04'/%3E%3C/svg%3E"

const style = `
:root { --text: #242424; --quiet: #555; --page: #f0f0f0; --card: #fff; --line: #c7c7c7; --strong: #0f548c; --on-strong: #fff; --banner: #fff4ce; --on-banner: #3b2e00; }
@media (prefers-color-scheme: dark) { :root { --text: #f5f5f5; --quiet: #c4c4c4; --page: #141414; --card: #262626; --line: #666; --strong: #77b7f7; --on-strong: #0a2e4a; --banner: #4a3c00; --on-banner: #fff4ce; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--page); color: var(--text); font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
.banner { margin: 0; padding: .5rem 1rem; text-align: center; background: var(--banner); color: var(--on-banner); }
main { max-width: 30rem; margin: 2rem auto; padding: 1.5rem 2rem 2rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; font-weight: 600; line-height: 1.25; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1rem; font-weight: 600; }
h2 .quiet { font-weight: 400; }
ul { margin: 1rem 0; padding: 0; list-style: none; }
li { margin: 0 0 1rem; }
ul.plain { padding-left: 1.25rem; list-style: disc; }
.quiet { margin: .25rem 0 0; color: var(--quiet); font-size: .875rem; }
button { font: inherit; min-height: 2.75rem; padding: .5rem 1.25rem; color: var(--text); background: transparent; border: 1px solid var(--line); border-radius: .25rem; cursor: pointer; }
li button { width: 100%; text-align: start; font-weight: 600; }
button.strong { color: var(--on-strong); background: var(--strong); border-color: var(--strong); font-weight: 600; }
button:hover { border-color: var(--strong); text-decoration: underline; }
button:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
code { font-size: .875rem; }
`
