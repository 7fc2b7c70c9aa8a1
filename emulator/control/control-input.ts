// Reading what a control call says; anything wrong in it is named in a sentence.
import type { FastifyRequest } from 'fastify'
import { isObject, isWholeNumber, type JsonObject } from '../basics/checks'
import type { EmulatorContext } from '../state/context'
import { tenantKinds, type TenantKind } from '../basics/directories'
import { defaultWorldName, isWorldName, type World } from '../state/world'

/** A control call that makes no sense; answered 400 with this sentence. */
export class ControlProblem extends Error {}

/** The body as an object with no other properties than those named; no body is an empty object. */
export function readControlBody(request: FastifyRequest, names: readonly string[]): JsonObject {
  const body = request.body ?? {}
  if (!isObject(body)) throw new ControlProblem('The body must be a JSON object.')
  const unknown = Object.keys(body).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new ControlProblem(`There is no property "${unknown}" here; known: ${names.join(', ')}.`)
  }
  return body
}

/** The world that the query's `world` and `tenant` name. */
export function requireWorld(context: EmulatorContext, request: FastifyRequest): World {
  return context.worlds.find(queriedName(request), queriedTenant(request))
}

/** The world of the query's tenant, or those of all tenants if the query names none. */
export function requireWorlds(context: EmulatorContext, request: FastifyRequest): World[] {
  const kind = queriedTenant(request)
  const meant = kind === undefined ? tenantKinds : [kind]
  return meant.map((one) => context.worlds.find(queriedName(request), one))
}

export function queriedName(request: FastifyRequest): string {
  const { world } = request.query as { world?: unknown } // Our parser gives an object.
  return requireWorldName(world ?? defaultWorldName)
}

function queriedTenant(request: FastifyRequest): TenantKind | undefined {
  return readChoice(request.query as JsonObject, 'tenant', tenantKinds) // Our parser gives an object.
}

export function requireWorldName(name: unknown): string {
  if (typeof name === 'string' && isWorldName(name)) return name
  throw new ControlProblem('"world" must be 1 to 64 letters, digits, dots, hyphens or underscores.')
}

export function readChoice<Choice extends string>(
  body: JsonObject,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = body[name]
  if (value === undefined) return undefined
  const choice = choices.find((known) => known === value)
  if (choice === undefined)
    throw new ControlProblem(`"${name}" must be one of ${choices.join(', ')}.`)
  return choice
}

export type Range = { least: number; most: number }

export function readNumber(body: JsonObject, name: string, { least, most }: Range) {
  const value = body[name]
  if (value === undefined) return undefined
  if (isWholeNumber(value) && value >= least && value <= most) return value
  throw new ControlProblem(`"${name}" must be a whole number from ${least} to ${most}.`)
}

/** The property if it is there and the check likes it; throws a sentence with what it must be. */
export function readProperty<Value>(
  body: JsonObject,
  name: string,
  { check, expects }: { check: (value: unknown) => value is Value; expects: string },
): Value | undefined {
  const value = body[name]
  if (value === undefined) return undefined
  if (check(value)) return value
  throw new ControlProblem(`"${name}" must be ${expects}.`)
}
