/**
 * Where any of some texts occurs in another. The time is linear in all of them together (Aho and Corasick,
 * 1975): who chooses them cannot make it long, as they can with the search of the language, or with one
 * search for each. What is wanted is made ready once, for all the texts that are searched for it.
 */
export function occurrencesOf(wanted: readonly string[]): (text: string) => readonly Occurrence[] {
  const automaton = automatonOf(wanted)
  return (text) => {
    const found: Occurrence[] = []
    let state = 0
    for (let at = 0; at < text.length; at += 1) {
      state = next(automaton, state, text.charCodeAt(at))
      const length = automaton.longest[state] ?? 0
      if (length > 0) add(found, [at + 1 - length, at + 1])
    }
    return found
  }
}

/** Of one text, or of several that overlap. */
export type Occurrence = readonly [start: number, end: number]

/** Ends only grow, so an occurrence can overlap none but the latest ones. */
function add(found: Occurrence[], [start, end]: Occurrence): void {
  let from = start
  for (let last = found.at(-1); last && last[1] > start; last = found.at(-1)) {
    from = Math.min(from, last[0])
    found.pop()
  }
  found.push([from, end])
}

/** Its states stand for the beginnings of what is wanted; the first one for none. */
type Automaton = {
  /** The state after a state and a code unit, where a longer beginning is met. */
  readonly longer: Map<number, number>
  /** The state of the longest other beginning that a state's own ends with. */
  readonly shorter: number[]
  /** The length of the longest text that ends with a state; 0 for none. */
  readonly longest: number[]
}

const keyOf = (state: number, unit: number) => state * 0x10000 + unit

function next({ longer, shorter }: Automaton, state: number, unit: number): number {
  for (let from = state; ; from = shorter[from] ?? 0) {
    const found = longer.get(keyOf(from, unit))
    if (found !== undefined || from === 0) return found ?? 0
  }
}

function automatonOf(wanted: readonly string[]): Automaton {
  const automaton: Automaton = { longer: new Map(), shorter: [0], longest: [0] }
  let front = wanted.filter(Boolean).map((text) => ({ text, state: 0 }))
  // Beginnings of the same length together: what is shorter is ready then.
  for (let length = 1; front.length > 0; length += 1) {
    front = front.map(({ text, state }) => ({
      text,
      state: grow(automaton, state, text[length - 1]),
    }))
    const complete = front.filter(({ text }) => text.length === length)
    for (const { state } of complete) automaton.longest[state] = length
    front = front.filter(({ text }) => text.length > length)
  }
  return automaton
}

/** The state for a beginning and one more unit, made if there is none. */
function grow(automaton: Automaton, state: number, character = ''): number {
  const unit = character.charCodeAt(0)
  const known = automaton.longer.get(keyOf(state, unit))
  if (known !== undefined) return known
  const { longer, shorter, longest } = automaton
  const end = state === 0 ? 0 : next(automaton, shorter[state] ?? 0, unit)
  const made = shorter.push(end) - 1
  longest.push(longest[end] ?? 0)
  longer.set(keyOf(state, unit), made)
  return made
}
