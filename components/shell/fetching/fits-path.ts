/** Whether an address is at a path; an asterisk in the pattern stands for one segment. */
export function fitsPath(pattern: string, href: string): boolean {
  const [path = ''] = href.split(/[?#]/)
  const [wanted, segments] = [pattern.split('/'), path.split('/')]
  return (
    wanted.length === segments.length &&
    wanted.every((part, index) => part === '*' || part === segments[index])
  )
}
