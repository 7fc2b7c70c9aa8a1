// A fault as a control call describes it.
import { isObject, isText, type JsonObject } from '../basics/checks'
import { faultKinds, type Fault, type FaultKind } from '../state/faults'
import { ControlProblem, readChoice, readNumber, readProperty } from './control-input'

export const faultProperties =
  'method path times kind status headers body delayMs applied skip'.split(' ')

const text = { check: isText, expects: 'a text' }
const flag = { check: isFlag, expects: 'true or false' }
const headers = { check: isHeaders, expects: 'an object of texts' }
const content = { check: isContent, expects: 'an object or a text' }

/** Reads the fault; `times` is 1 and any method is meant where they are not said. */
export function readFault(body: JsonObject): Fault {
  const kind = readChoice(body, 'kind', faultKinds)
  if (kind === undefined) throw new ControlProblem(`"kind" is missing: ${faultKinds.join(', ')}.`)
  return {
    kind,
    ...readTarget(body),
    status: readStatus(body, kind),
    headers: readProperty(body, 'headers', headers) ?? {},
    body: readProperty(body, 'body', content) ?? null,
    delayMs: readDelay(body, kind),
    isApplied: readApplied(body, kind),
  }
}

/** Which calls are hit. */
function readTarget(body: JsonObject) {
  const path = readProperty(body, 'path', text)
  if (path === undefined) {
    throw new ControlProblem('"path" is missing, such as /identity/apiConnectors.')
  }
  return {
    path,
    method: readProperty(body, 'method', text)?.toUpperCase() ?? null,
    timesLeft: readNumber(body, 'times', { least: 1, most: 1_000_000 }) ?? 1,
    skip: readNumber(body, 'skip', { least: 0, most: 1_000_000 }) ?? 0,
  }
}

function readApplied(body: JsonObject, kind: FaultKind): boolean {
  const isApplied = readProperty(body, 'applied', flag) ?? false
  return isApplied || kind === 'truncate' || kind === 'loseResponse'
}

function readStatus(body: JsonObject, kind: FaultKind): number {
  const status = readNumber(body, 'status', { least: 200, most: 599 })
  if (kind === 'status' && status === undefined) throw new ControlProblem('"status" is missing.')
  return status ?? 502
}

function readDelay(body: JsonObject, kind: FaultKind): number {
  const delayMs = readNumber(body, 'delayMs', { least: 0, most: 600_000 })
  if (kind === 'delay' && delayMs === undefined) throw new ControlProblem('"delayMs" is missing.')
  return delayMs ?? 0
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isHeaders(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every(isText)
}

function isContent(value: unknown): value is JsonObject | string {
  return isObject(value) || isText(value)
}
