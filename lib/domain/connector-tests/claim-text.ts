import type { Claims } from '@/lib/contract/connector-test'

/** Claims are flat; the lists that Microsoft sends, such as `identities`, are two levels deep. */
const deepest = 20

/** A claim's value as it is shown: JSON of what is no text. What is too deep to be written is left out. */
export function claimText(value: Claims[string]): string {
  if (typeof value === 'string') return value
  return isTooDeep(value) ? '…' : JSON.stringify(value)
}

/** Without recursion, which a million brackets would bring down. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    )
  }
  return level.length > 0
}
