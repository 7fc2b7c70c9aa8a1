import { historyPosition } from './history-steps'

/**
 * The things that a person can lose by leaving, the worst first: sight of what a write comes to, a key that exists
 * nowhere else, entries of a form, changes that are not applied. The texts of the question are under
 * the same names.
 */
const losses = ['saving', 'madeKey', 'entries', 'changes'] as const

export type Loss = (typeof losses)[number]

/** A loss on the page that stands at this place in the history. */
type Claim = { readonly loss: Loss; readonly position: number }

export type Claims = ReturnType<typeof createClaims>

/** All that would be lost at present. */
export function createClaims() {
  let claims: readonly Claim[] = []
  const has = (loss: Loss) => claims.some((claim) => claim.loss === loss)
  return {
    has,
    /** The loss to ask about; null when nothing would be lost. */
    worst: (): Loss | null => losses.find(has) ?? null,
    /** Where in the history the page stands on which something would be lost. */
    position: (): number | null => claims[0]?.position ?? null,
    /** Adds a loss, until the function given back is called. */
    add: (loss: Loss) => {
      const claim = { loss, position: historyPosition() }
      claims = [...claims, claim]
      return () => {
        claims = claims.filter((other) => other !== claim)
      }
    },
    /** Forgets them; the function given back remembers them again. */
    clear: () => {
      const before = claims
      claims = []
      return () => {
        claims = before
      }
    },
  }
}
