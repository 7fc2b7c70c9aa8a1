/** How many tests may run: a server that calls what people type must not become somebody's hammer. */
import 'server-only'
import { createHash } from 'node:crypto'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { claimsOf } from '../exchange/token-claims'

export type TestLimits = {
  /** Does the work, or throws `tooManyTests` with the time to wait. */
  readonly admit: <Result>(person: string, work: () => Promise<Result>) => Promise<Result>
}

type Sizes = {
  /** For one person within the window. */
  readonly perPerson: number
  readonly windowMs: number
  /** Of everybody together. */
  readonly atOnce: number
  /** Of one person: nobody holds all places with endpoints that never end. */
  readonly atOncePerPerson: number
  /** Whose tests are remembered; beyond that the one who has been quiet longest is forgotten. */
  readonly people: number
}

const usualSizes: Sizes = {
  perPerson: 10,
  windowMs: 60_000,
  atOnce: 4,
  atOncePerPerson: 2,
  people: 10_000,
}

/** Nobody knows when a slot becomes free; most tests are over by then. */
const busySeconds = 2

/** Counts in this process alone: of several replicas behind one address each allows as much. */
export function createTestLimits(
  sizes: Partial<Sizes> = {},
  nowMs: () => number = () => performance.now(),
): TestLimits {
  const { perPerson, windowMs, atOnce, atOncePerPerson, people } = { ...usualSizes, ...sizes }
  const startsOf = new Map<string, readonly number[]>()
  const running: string[] = []
  const count = (person: string) => {
    const now = nowMs()
    const recent = (startsOf.get(person) ?? []).filter((start) => now - start < windowMs)
    const [first = now] = recent
    if (recent.length >= perPerson) throw tooMany(Math.ceil((first + windowMs - now) / 1000))
    const own = running.filter((other) => other === person).length
    if (running.length >= atOnce || own >= atOncePerPerson) throw tooMany(busySeconds)
    // Set anew, so that a map's order is the order of the last tests.
    startsOf.delete(person)
    startsOf.set(person, [...recent, now])
    forgetOldest(startsOf, people)
  }
  return {
    admit: async (person, work) => {
      count(person)
      running.push(person)
      return work().finally(() => {
        running.splice(running.indexOf(person), 1)
      })
    },
  }
}

function forgetOldest(startsOf: Map<string, unknown>, people: number): void {
  const [oldest] = startsOf.keys()
  if (startsOf.size > people && oldest !== undefined) startsOf.delete(oldest)
}

const tooMany = (seconds: number) =>
  new PortalError('tooManyTests', { headers: [['retry-after', String(Math.max(1, seconds))]] })

/**
 * Who holds a token that Graph has accepted: the person in the tenant, so that a fresh token is no new
 * allowance. The token itself for one that is no JWT, which Microsoft allows itself.
 */
export function personOf(token: string): string {
  const { tid, oid } = claimsOf(token)
  const isNamed = tid !== undefined && oid !== undefined
  return createHash('sha256')
    .update(isNamed ? JSON.stringify([tid, oid]) : token)
    .digest('base64url')
}
