// Target APIs that answer with as much as their caller reads: 1 MB of whatever is dear to look at.
import type { FastifyInstance } from 'fastify'

const bytes = 1_000_000

/** Many pieces of text in a row, each by its number. */
export const pieces = (piece: (index: number) => string, count: number): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('')

const proceed = '"version":"1.0.0","action":"Continue"'

/** Each gives the text of an answer; none is longer than a megabyte. */
export const floods: Readonly<Record<string, () => string>> = {
  /** Claims by the ten thousand, each another one. */
  claims: () => `{${proceed}${pieces((index) => `,"c${index}":"v"`, 60_000)}}`,
  /** One claim, as often as it fits. */
  'same-claims': () => `{${proceed}${pieces(() => ',"city":"Oslo"', 60_000)}}`,
  levels: () => `{${proceed},"city":${'['.repeat(bytes / 2 - 50)}${']'.repeat(bytes / 2 - 50)}}`,
  'open-levels': () => '['.repeat(bytes),
  'object-levels': () => '{"a":'.repeat(bytes / 5),
  values: () => `{${proceed},"city":[${'0,'.repeat(bytes / 2 - 50)}0]}`,
  letters: () => `{${proceed},"city":"${'a'.repeat(bytes - 100)}"}`,
  escapes: () => `{${proceed},"city":"${'\\u0061'.repeat(bytes / 6 - 50)}"}`,
  'open-escapes': () => `{${proceed},"city":"${'\\'.repeat(bytes - 100)}`,
  digits: () => `{${proceed},"city":${'1'.repeat(bytes - 100)}}`,
  blanks: () => `{${proceed}${' '.repeat(bytes - 100)}}`,
  commas: () => `{${proceed}${','.repeat(bytes - 100)}}`,
  quotes: () => '"'.repeat(bytes),
  tags: () => '<'.repeat(bytes),
  invisible: () => `{${proceed},"city":"${'\u202e'.repeat(bytes / 3 - 50)}"}`,
}

export function addFloodingAnswers(app: FastifyInstance): void {
  for (const [name, text] of Object.entries(floods)) {
    app.all(`/samples/flood-${name}`, (_request, reply) =>
      reply.type('application/json').send(text()),
    )
  }
  // As many headers as a reader of HTTP takes.
  app.all('/samples/flood-headers', (_request, reply) => {
    for (let index = 0; index < 900; index += 1) reply.header(`x-${index}`, 'a')
    return reply.send({ version: '1.0.0', action: 'Continue' })
  })
}
