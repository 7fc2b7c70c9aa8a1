// A world holds all that one tenant has. Tests run side by side by having a name each, and each name has
// a world for every kind of tenant.
import { directories, type Directory, type TenantKind } from '../basics/directories'
import type { Permission } from '../basics/permissions'
import type { AuditEntry } from './audit-log'
import type { Fault } from './faults'
import type { RecordedRequest } from './request-log'
import type { FlowKind, StoredConnector, StoredUserFlow } from './stored'
import { defaultSettings, type Settings } from '../basics/settings'

export type Seed = {
  connectors: readonly StoredConnector[]
  flows: readonly StoredUserFlow[]
  /** Earlier entries of the audit log. */
  audits?: readonly AuditEntry[]
  /** Settings that differ from the defaults. */
  settings?: Partial<Settings>
}

export type World = {
  name: string
  tenant: Directory
  connectors: Map<string, StoredConnector>
  flows: Record<FlowKind, Map<string, StoredUserFlow>>
  settings: Settings
  faults: Fault[]
  /** Aborted when the faults are withdrawn: calls that are kept waiting go on. */
  faultsEnd: AbortController
  requests: RecordedRequest[]
  /** The entries of the audit log, in the order in which they happened. */
  audits: AuditEntry[]
  /** Epoch seconds at which the clock stands still; `null` for real time. */
  clockSeconds: number | null
  /** The consents that people have given, by user name. */
  consents: Map<string, Set<Permission>>
  /** User names whose earlier consents an administrator has withdrawn. */
  withdrawnConsents: Set<string>
  /** When the Graph calls of the last minute came, in real milliseconds. */
  callTimesMs: number[]
}

export type Worlds = { find: (name: string, kind?: TenantKind) => World }

export const defaultWorldName = 'default'

export function isWorldName(name: string): boolean {
  return /^[\w.-]{1,64}$/.test(name)
}

/**
 * All worlds of one emulator; a world begins with the seed when it is first asked for. Nothing said of
 * the kind means the workforce tenant.
 */
export function createWorlds(firstSeed: (kind: TenantKind) => Seed): Worlds {
  const worlds = new Map<string, World>()
  return {
    find: (name, kind = 'workforce') => {
      const key = `${kind} ${name}`
      const world = worlds.get(key) ?? createWorld(name, directories[kind], firstSeed(kind))
      worlds.set(key, world)
      return world
    },
  }
}

/** Puts everything in the world back to how the seed describes it: nothing of before remains. */
export function resetWorld(world: World, seed: Seed): void {
  world.faultsEnd.abort()
  Object.assign(world, createWorld(world.name, world.tenant, seed))
}

/** No further call is hit, and those that are kept waiting go on. */
export function withdrawFaults(world: World): void {
  world.faultsEnd.abort()
  world.faults = []
  world.faultsEnd = new AbortController()
}

/** The world's idea of now, in whole epoch seconds. */
export function worldNowSeconds(world: World): number {
  return world.clockSeconds ?? realNowSeconds()
}

export function realNowSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

function createWorld(name: string, tenant: Directory, seed: Seed): World {
  return {
    name,
    tenant,
    connectors: new Map(seed.connectors.map((connector) => [connector.id, connector])),
    flows: {
      b2xUserFlows: flowsById(seed, 'b2xUserFlows'),
      b2cUserFlows: flowsById(seed, 'b2cUserFlows'),
    },
    settings: { ...defaultSettings(), ...seed.settings },
    faults: [],
    faultsEnd: new AbortController(),
    requests: [],
    audits: [...(seed.audits ?? [])],
    clockSeconds: null,
    consents: new Map(),
    withdrawnConsents: new Set(),
    callTimesMs: [],
  }
}

function flowsById(seed: Seed, kind: FlowKind): Map<string, StoredUserFlow> {
  // Copied, because attaching a connector changes the flow and a seed may be used again.
  const flows = seed.flows.filter((flow) => flow.kind === kind)
  return new Map(flows.map((flow) => [flow.id, { ...flow, steps: { ...flow.steps } }]))
}
