// Every sentence of the catalogue is said somewhere: one that nothing says is translated for nobody.
import { report } from './lib/report.mjs'
import { saidSentences, writtenSentences } from './lib/sentences.mjs'

const { said, unknown } = saidSentences()

report([
  ...unknown.map((place) => `${place} asks for a sentence whose key has no type that tells it.`),
  ...writtenSentences()
    .filter((path) => !said.has(path))
    .map((path) => `${path} is in the catalogue, and nothing says it.`),
])
