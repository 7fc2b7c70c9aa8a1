/** Reads `WWW-Authenticate`, of which only Bearer challenges may reach the browser. */

/** Pieces between commas; a comma inside quotes is no border (RFC 9110 section 5.6.1). */
const piece = /(?:[^,"]|"(?:\\.|[^"\\])*")+/g

/** A piece that opens a challenge: a scheme, alone or followed by something that is no `=`. */
const opening = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:\s+[^\s=]|\s*$)/

/**
 * The Bearer challenges of the header, each exactly as it was written: MSAL reads the claims in them.
 * A Basic challenge would make the browser ask for a password of its own accord.
 */
export function bearerChallenges(header: string | string[] | undefined): string[] {
  return [header ?? []]
    .flat()
    .flatMap(splitChallenges)
    .filter((challenge) => /^bearer(?:\s|$)/i.test(challenge))
}

/** One line may hold several challenges, divided by the same commas as their parameters. */
function splitChallenges(line: string): string[] {
  const challenges: string[] = []
  for (const next of line.match(piece) ?? []) {
    const last = challenges.pop()
    if (last === undefined) challenges.push(next)
    else if (opening.test(next)) challenges.push(last, next)
    else challenges.push(`${last},${next}`)
  }
  return challenges.map((challenge) => challenge.trim())
}
