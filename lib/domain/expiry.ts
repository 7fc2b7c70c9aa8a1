/** How long before its end a certificate is what, and the one way of counting days. */

export const secondsPerDay = 86_400

/** Days before the end. Pages, warnings, counts and reminders all go by these. */
export const expiryDays = {
  /** An emergency for whoever has to order a certificate first. */
  urgent: 7,
  /** Worth a warning: a month is enough for most renewals. */
  soon: 30,
  /** Time to plan for it. */
  ahead: 60,
} as const

/** Days before the end on which a calendar reminds. */
export const reminderDays: readonly number[] = [expiryDays.soon, expiryDays.urgent, 1]

/** Days until a moment that is so many seconds away, rounded; within the last day they are 0. */
export const daysLeft = (seconds: number): number =>
  seconds < secondsPerDay ? 0 : Math.round(seconds / secondsPerDay)

/** Whether what ends in so many seconds is worth a warning; not when it has ended. */
export const endsSoon = (seconds: number): boolean =>
  seconds >= 0 && daysLeft(seconds) <= expiryDays.soon
