/** Whatever the browser complains about while a person uses the portal. */
import type { BrowserContext } from '@playwright/test'

export type ConsoleErrors = Awaited<ReturnType<typeof watchConsole>>

/** A tenant refuses user flows of the kind that it does not have; the browser reports every refusal. */
const otherKind = /status of 40[03].*\/identity\/b2[cx]UserFlows\)$/

export async function watchConsole(context: BrowserContext, portal: string) {
  const errors: string[] = []
  const allowed: RegExp[] = [otherKind]
  context.on('console', (message) => {
    const isOurs = message.page()?.url().startsWith(portal) ?? true
    if (message.type() === 'error' && isOurs) {
      errors.push(`${message.text()} (${message.location().url})`)
    }
  })
  context.on('weberror', (webError) => errors.push(String(webError.error())))
  await context.addInitScript(reportPolicyViolations)

  return {
    /** This test provokes errors of this kind. */
    allow: (...patterns: readonly RegExp[]) => allowed.push(...patterns),
    unexpected: () => errors.filter((error) => !allowed.some((pattern) => pattern.test(error))),
  }
}

/** Runs in the page. */
function reportPolicyViolations() {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`Content-Security-Policy, ${effectiveDirective}: ${blockedURI}`)
  })
}
