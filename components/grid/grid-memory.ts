/**
 * The order and place of a list, kept with the step of the history at which it was shown: Back finds it as it was left.
 * Gone with the page.
 */
import type { DataGridProps } from '@fluentui/react-components'

type Remembered = {
  readonly sort?: NonNullable<DataGridProps['defaultSortState']>
  /** Pixels. */
  readonly offset?: number
}

const remembered = new Map<string, Remembered>()

/** Browsers without the Navigation API do not tell steps apart; there every visit begins anew. */
function keyOf(list: string): string | null {
  const step = 'navigation' in window ? window.navigation.currentEntry?.key : undefined
  return step === undefined ? null : `${step} ${list}`
}

/** The list as it was left at this step of the history; empty for a first visit. */
export function recall(list: string): Remembered {
  const key = keyOf(list)
  return (key !== null && remembered.get(key)) || {}
}

/** Adds to what is kept of the list at this step. */
export function remember(list: string, change: Remembered): void {
  const key = keyOf(list)
  if (key !== null) remembered.set(key, { ...remembered.get(key), ...change })
}
