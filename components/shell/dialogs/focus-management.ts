/**
 * How Fluent's focus manager (tabster) moves the focus. Left to Fluent it relies on the browser and
 * puts sentinels into grids and tab lists that can take the focus although they are hidden from
 * assistive technology, which WCAG forbids (axe: aria-hidden-focus). When it handles the Tab key
 * itself, only the two at the ends of the page remain; they hold nothing to read and need no hiding.
 */
import { createTabster } from 'tabster'

/** To be called before Fluent asks for the focus manager of the page: the first one made stays. */
export function createFocusManager(): void {
  createTabster(window, { autoRoot: {}, controlTab: true, rootDummyInputs: false })
}

const hiddenSentinels = '[data-tabster-dummy][aria-hidden]'

function expose(): void {
  document.querySelectorAll(hiddenSentinels).forEach((sentinel) => {
    sentinel.removeAttribute('aria-hidden')
    sentinel.removeAttribute('role')
  })
}

/** Keeps the sentinels exposed, also those to come, as long as the page is there. */
export function exposeFocusSentinels(): void {
  expose()
  new MutationObserver(expose).observe(document.body, { childList: true, subtree: true })
}
