/** A request that costs the portal as much as its limits allow, or would without them. */
import type { Portal } from './send'

export type DearRequest = {
  readonly name: string
  /** `npm test` sends one of each kind. */
  readonly isShort?: boolean
  /** The status of the answer; 0 for none. */
  readonly send: (portal: Portal) => Promise<number>
}

export const kb = 1024

/** As much of it as fits. */
export const fill = (piece: string, size: number): string =>
  piece.repeat(Math.floor(size / piece.length))
