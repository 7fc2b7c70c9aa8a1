// Reading the JSON body of a Graph call, with the refusals that come before any meaning is looked at.
import { isObject, isText, parseJson, type JsonObject } from '../basics/checks'
import type { GraphCall } from './endpoint'
import { badRequest, emptyValue, GraphProblem, invalidField, missingValue } from './problem'

/** The body as an object; throws 415 for another content type and 400 for what is not a JSON object. */
export function readBody({ contentType, bodyText }: GraphCall): JsonObject {
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new GraphProblem(
      { status: 415, code: 'UnsupportedMediaType' },
      'Content-Type must be application/json.',
    )
  }
  if (bodyText === '') throw badRequest('Empty Payload. JSON content expected.')
  const body = parseJson(bodyText)
  if (!isObject(body)) {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    )
  }
  return body
}

/** Throws Graph's refusal for a property that the type does not have. */
export function requireKnownProperties(
  body: JsonObject,
  names: readonly string[],
  typeName: string,
): void {
  const unknown = Object.keys(body).find((name) => !names.includes(name))
  if (unknown === undefined) return
  throw badRequest(
    `The property '${unknown}' does not exist on type 'microsoft.graph.${typeName}'. Make sure to only use property names that are defined by the type.`,
    'RequestBodyRead',
  )
}

/** A text that must be there and say something. */
export function requireText(body: JsonObject, name: string): string {
  const text = requireAnyText(body, name)
  if (text === '') throw emptyValue(name)
  return text
}

/** A text that must be there but may be empty, such as the password of a file that has none. */
export function requireAnyText(body: JsonObject, name: string): string {
  const value = body[name]
  if (value === undefined || value === null) throw missingValue(name)
  if (!isText(value)) throw invalidField(name)
  return value
}
