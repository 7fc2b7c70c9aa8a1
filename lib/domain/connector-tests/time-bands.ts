/** How long Microsoft waits for an API, and what comes of it. All in milliseconds. */

/**
 * The limits with where they are from: user flows give up after 5 s and custom policies after 10 s
 * (Azure AD B2C documentation, changes 126324 and 126864 of 2025), 20 s is what the how-to pages of
 * Entra and Azure AD B2C said before. Each time the call is repeated once. 2 s is our advice.
 */
export const timeLimits = {
  advice: 2_000,
  userFlow: 5_000,
  customPolicy: 10_000,
  documented: 20_000,
} as const

export type TimeBand = 'good' | 'long' | 'overUserFlow' | 'overCustomPolicy' | 'overEverything'

export function bandOf(totalMs: number): TimeBand {
  if (totalMs > timeLimits.documented) return 'overEverything'
  if (totalMs > timeLimits.customPolicy) return 'overCustomPolicy'
  if (totalMs > timeLimits.userFlow) return 'overUserFlow'
  return totalMs > timeLimits.advice ? 'long' : 'good'
}
