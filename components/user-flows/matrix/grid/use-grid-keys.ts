/**
 * The keyboard in a table of links and buttons, as the ARIA Authoring Practices have it for a grid:
 * one stop for Tab, and from there the arrow keys, Home and End. Whatever can be reached carries
 * `data-stop` with the sort of thing it is, and `tabIndex={-1}`.
 */
import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'

export function useGridKeys() {
  const table = useRef<HTMLTableElement>(null)
  const wasEntered = useRef(false)
  // After every rendering: what Tab led to may be gone, and before the first visit, cells may come.
  useLayoutEffect(() => {
    const grid = table.current
    if (!grid || (wasEntered.current && grid.querySelector('[data-stop][tabindex="0"]'))) return
    letTabReach(grid, firstStop(grid))
  })
  return {
    ref: table,
    onFocus: ({ currentTarget, target }: FocusEvent<HTMLTableElement>) => {
      wasEntered.current = true
      if (target.dataset['stop']) letTabReach(currentTarget, target)
    },
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => {
      const wanted = destination(event)
      if (!wanted) return
      event.preventDefault()
      wanted.focus()
      wanted.closest('td, th')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
  }
}

/** Where the change of the first flow is offered, or else the first thing of all. */
const firstStop = (grid: HTMLTableElement): HTMLElement | null =>
  grid.querySelector<HTMLElement>('[data-stop="change"]') ??
  grid.querySelector<HTMLElement>('[data-stop]')

function letTabReach(grid: HTMLTableElement, stop: HTMLElement | null): void {
  for (const former of grid.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]')) {
    former.tabIndex = -1
  }
  if (stop) stop.tabIndex = 0
}

type Place = {
  readonly rows: readonly HTMLElement[][]
  readonly row: number
  readonly column: number
  readonly from: HTMLElement
}

function destination(event: KeyboardEvent<HTMLTableElement>): HTMLElement | undefined {
  const { target, currentTarget: grid } = event
  const move = moves[keyName(event)]
  if (!move || !(target instanceof HTMLElement)) return undefined
  const rows = Array.from(grid.rows, stopsIn).filter((stops) => stops.length > 0)
  const row = rows.findIndex((stops) => stops.includes(target))
  const column = rows[row]?.indexOf(target)
  return column === undefined ? undefined : move({ rows, row, column, from: target })
}

/** With its modifiers; left and right change places where text runs from right to left. */
function keyName({ key, ctrlKey, altKey, shiftKey, metaKey, currentTarget }: KeyboardEvent) {
  const isMirrored = getComputedStyle(currentTarget).direction === 'rtl'
  const modifiers = [ctrlKey && 'Control', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta']
  return [...modifiers.filter(Boolean), isMirrored ? mirrored(key) : key].join('+')
}

const stopsIn = (row: HTMLTableRowElement) =>
  Array.from(row.querySelectorAll<HTMLElement>('[data-stop]'))

const mirrored = (key: string) => ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' })[key] ?? key

const pageOfRows = 10

const moves: Readonly<Record<string, (place: Place) => HTMLElement | undefined>> = {
  ArrowRight: ({ rows, row, column }) => rows[row]?.[column + 1],
  ArrowLeft: ({ rows, row, column }) => rows[row]?.[column - 1],
  ArrowDown: (place) => inRow(place, place.row + 1),
  ArrowUp: (place) => inRow(place, place.row - 1),
  PageDown: (place) => inRow(place, Math.min(place.row + pageOfRows, place.rows.length - 1)),
  PageUp: (place) => inRow(place, Math.max(place.row - pageOfRows, 0)),
  Home: ({ rows, row }) => rows[row]?.[0],
  End: ({ rows, row }) => rows[row]?.at(-1),
  'Control+Home': ({ rows }) => rows[0]?.[0],
  'Control+End': ({ rows }) => rows.at(-1)?.at(-1),
}

/** The same sort of thing in the same column, or what comes nearest to it. */
function inRow({ rows, from }: Place, row: number): HTMLElement | undefined {
  const stops = rows[row] ?? []
  const sameColumn = stops.filter((stop) => columnOf(stop) === columnOf(from))
  return (
    sameColumn.find(({ dataset }) => dataset['stop'] === from.dataset['stop']) ??
    sameColumn.find(({ dataset }) => dataset['stop'] === 'change') ??
    sameColumn[0] ??
    stops.findLast((stop) => columnOf(stop) <= columnOf(from)) ??
    stops[0]
  )
}

const columnOf = (stop: HTMLElement) => stop.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0
