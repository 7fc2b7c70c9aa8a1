// The sentences as the browser gets them: compiled when the portal is built, so that no page brings a parser of
// ICU's MessageFormat. A loader of the bundler, for its browser code only.
import compile from 'icu-minify/compile'

/** @typedef {{ readonly [key: string]: unknown }} Texts */

/**
 * The same catalogue, each sentence in the form that `use-intl/format-message/format-only` reads. Compiled
 * sentences are lists, of which the types of the catalogue know nothing: nobody but the formatter looks into them.
 * @template {Texts} Of
 * @param {Of} texts
 * @returns {Of}
 */
export const compiledTexts = (texts) =>
  /** @type {Of} */ (
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [
        key,
        typeof text === 'string'
          ? plain(compile(text))
          : compiledTexts(/** @type {Texts} */ (text)),
      ]),
    )
  )

/**
 * The compiler's objects have no prototype, and React sends no such object to the browser.
 * @param {unknown} compiled
 * @returns {unknown}
 */
const plain = (compiled) => JSON.parse(JSON.stringify(compiled))

/** @param {string} source JSON of a catalogue */
// eslint-disable-next-line import-x/no-default-export -- as the bundler looks for a loader
export default function compileMessages(source) {
  /** @type {unknown} */
  const texts = JSON.parse(source)
  return JSON.stringify(compiledTexts(/** @type {Texts} */ (texts)))
}
