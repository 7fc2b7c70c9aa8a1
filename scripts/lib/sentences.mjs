// Which sentences of the catalogue the code says, found out by the types of the keys it asks for.
import { readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import ts from 'typescript'
import { readJson } from './json.mjs'
import { inRoot, root } from './root.mjs'

/** @typedef {{ [key: string]: string | Texts }} Texts */

const folder = inRoot('lib', 'messages', 'en')

/** Every sentence by the path to it, such as `shell.signOut`. */
export const writtenSentences = () =>
  readdirSync(folder).flatMap((file) => {
    const texts = /** @type {Texts} */ (readJson(join(folder, file)))
    return pathsIn(texts, camelCase(basename(file, '.json')))
  })

/**
 * @param {Texts} texts
 * @param {string} path
 * @returns {string[]}
 */
const pathsIn = (texts, path) =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [`${path}.${key}`] : pathsIn(text, `${path}.${key}`),
  )

/** @param {string} name */
const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => String(letter).toUpperCase())

/** What the product asks a translator for; `unknown` are the places whose key has no type that tells. */
export function saidSentences() {
  const program = programOf()
  const checker = program.getTypeChecker()
  /** @type {Set<string>} */
  const said = new Set()
  /** @type {string[]} */
  const unknown = []

  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node)) note(node)
    ts.forEachChild(node, visit)
  }
  /** @param {ts.CallExpression} call */
  const note = (call) => {
    const namespace = namespaceOf(call, checker)
    const [key] = call.arguments
    if (namespace === undefined || !key) return
    const keys = keysOf(call, checker)
    if (keys.length === 0) unknown.push(placeOf(key))
    for (const name of keys) said.add(namespace === '' ? name : `${namespace}.${name}`)
  }
  for (const file of program.getSourceFiles().filter(isProduct)) visit(file)
  return { said, unknown }
}

function programOf() {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse }
  const parsed = ts.getParsedCommandLineOfConfigFile(inRoot('tsconfig.json'), undefined, host)
  return ts.createProgram(parsed?.fileNames ?? [], parsed?.options ?? {})
}

/** @param {ts.Diagnostic} diagnostic */
function refuse({ messageText }) {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
}

/** @param {ts.SourceFile} file */
const isProduct = ({ fileName }) =>
  /^(app|components|lib)\//.test(relative(root, fileName)) && !/\.test\.tsx?$/.test(fileName)

/**
 * What the keys are below, if what is called is one of use-intl's translators; its keys are of a type of
 * that name. Empty for a translator of the whole catalogue.
 * @param {ts.CallExpression} call
 * @param {ts.TypeChecker} checker
 */
function namespaceOf(call, checker) {
  const keyType = keyTypeOf(checker.getTypeAtLocation(call.expression))
  if (keyType?.aliasSymbol?.name !== 'NamespacedMessageKeys') return undefined
  const namespace = keyType.aliasTypeArguments?.[1]
  return namespace?.isStringLiteral() ? namespace.value : ''
}

/** @param {ts.Type} translator */
const keyTypeOf = (translator) =>
  translator.getCallSignatures()[0]?.getTypeParameters()?.[0]?.getConstraint()

/**
 * @param {ts.CallExpression} call
 * @param {ts.TypeChecker} checker
 */
function keysOf(call, checker) {
  const parameter = checker.getResolvedSignature(call)?.parameters[0]
  const type = parameter && checker.getTypeOfSymbolAtLocation(parameter, call)
  const members = type?.isUnion() ? type.types : [type]
  return members.flatMap((member) => (member?.isStringLiteral() ? [member.value] : []))
}

/** @param {ts.Node} node */
function placeOf(node) {
  const file = node.getSourceFile()
  const { line } = file.getLineAndCharacterOfPosition(node.getStart())
  return `${relative(root, file.fileName)}:${line + 1}`
}
