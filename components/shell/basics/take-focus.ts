/** For `ref`: the focus goes to what has just come. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus()

/** The same where the focus was on something that has gone, and is left alone elsewhere. */
export function takeLostFocus(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus()
}
