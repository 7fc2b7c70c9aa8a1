/** The parts that an endpoint URL may not have although a parser of URLs takes them. */

/** Whether the host has a part with nothing in it: `a..example`. One dot at the end is the root's. */
export function hasEmptyLabel(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname.replace(/\.$/, '').split('.').includes('')
}
