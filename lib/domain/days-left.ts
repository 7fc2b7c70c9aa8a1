/** One way of counting days: what one page calls 200 days, no other calls 199. */

const secondsPerDay = 86_400

/** From here on an expiry is worth a warning: a month is enough for most renewals. */
const expiryWarningDays = 30

/** Days until a moment that is so many seconds away, rounded; within the last day they are 0. */
export const daysLeft = (seconds: number): number =>
  seconds < secondsPerDay ? 0 : Math.round(seconds / secondsPerDay)

/** Whether what ends in so many seconds is worth a warning; not when it has ended. */
export const endsSoon = (seconds: number): boolean =>
  seconds >= 0 && daysLeft(seconds) <= expiryWarningDays
