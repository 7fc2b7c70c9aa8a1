/**
 * Reads a tenant's user flows and the connectors at their steps, once for all pages of a session.
 * Graph shows a flow's connectors only one flow at a time (Graph: Get apiConnectorConfiguration), so
 * where a connector is used costs a call for each flow.
 */
import PQueue from 'p-queue'
import {
  userFlowKindSchema,
  type GraphVersion,
  type UserFlowKind,
} from '@/lib/contract/identifiers'
import { graphPaths } from '@/lib/contract/routes'
import { flowStepsSchema, stepsOfKind, userFlowListSchema } from '@/lib/contract/user-flow'
import { isKindAbsent } from '@/lib/domain/user-flows/absent-kind'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import {
  flowKey,
  nothingKnown,
  withFlow,
  withKind,
  withListing,
} from '@/lib/domain/user-flows/known-flows'
import { entryAt } from '@/lib/domain/user-flows/place'
import { flowVersion, stepReferenceCall } from '@/lib/domain/user-flows/step-reference-call'
import type { KindState, Place, UserFlow, UserFlows } from '@/lib/domain/user-flows/user-flow'
import type { GraphCall, GraphClient } from '../graph'
import type { Problem, Result } from '../problem'

export type KnownFlows = UserFlows<Problem>

/** `cached`: only what an earlier sign-in brought. `silent`: the provider is asked, the person not. */
export type Effort = 'cached' | 'silent'

type FlowSource = {
  readonly graph: GraphClient
  /** The root of Graph's own addresses, by which a reference names a connector. */
  readonly graphRoot: string
  /** Of B2X flows; B2C flows exist in beta only. */
  readonly version: GraphVersion
  readonly isGranted: (effort: Effort) => Promise<boolean>
}

/** Four at once, and so few a minute that Graph's 200 for an application leave room for others. */
const pace = { concurrency: 4, interval: 60_000, intervalCap: 120, strict: true } as const

const freshMs = 5 * 60_000

/** What a person waits for goes before the flows that are read because it is time. */
const urgent = 1

const kinds = userFlowKindSchema.options

export class FlowReader {
  readonly #source: FlowSource
  readonly #queue = new PQueue(pace)
  readonly #listeners = new Set<() => void>()
  /** A later reading of the same flow wins, also when its answer comes first. */
  readonly #turns = new Map<string, symbol>()
  #known: KnownFlows = nothingKnown

  constructor(source: FlowSource) {
    this.#source = source
  }

  /** What is known now: another object after each change. */
  readonly known = (): KnownFlows => this.#known

  /** Calls the listener after each change, until the function given back is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Reads all flows, unless that was done within the last five minutes or is being done. */
  async readIfStale(effort: Effort): Promise<void> {
    const mayNowBeGranted = effort === 'silent' && this.#known.access === 'missing'
    if (!this.#isFresh() || mayNowBeGranted) await this.readAll(effort)
  }

  async readAll(effort: Effort = 'silent'): Promise<void> {
    this.#change({ ...this.#known, readAt: Date.now() })
    // Once granted, it is each call's own failure if that is over, or if there is no network to ask.
    const isGranted = this.#known.access === 'granted' || (await this.#source.isGranted(effort))
    this.#change({ ...this.#known, access: isGranted ? 'granted' : 'missing' })
    if (isGranted) await Promise.all(kinds.map((kind) => this.#readKind(kind)))
  }

  /** Reads again what could not be read. */
  async readFailed(): Promise<void> {
    const failedKinds = kinds.filter((kind) => this.#known.kinds[kind].state === 'failed')
    const failedFlows = this.#known.flows.filter(({ problem }) => problem !== null)
    await Promise.all([
      ...failedKinds.map((kind) => this.#readKind(kind)),
      ...failedFlows.map(({ flow }) => this.readFlow(flow)),
    ])
  }

  /** Reads one flow anew, before the others that wait; what is known then tells how it went. */
  readFlow(flow: UserFlow): Promise<void> {
    return this.#readFlow(flow, urgent)
  }

  /**
   * Puts a connector to a step, or with null takes it away (Graph: PUT with an empty object), and
   * reads the flow again, whatever the answer.
   */
  async setStep(place: Place, connectorId: string | null): Promise<Result<undefined>> {
    const answer = await this.#call<undefined>(
      stepReferenceCall(place, connectorId, this.#source),
      urgent,
    )
    const entry = entryAt(this.#known, place)
    if (entry) await this.readFlow(entry.flow)
    return answer
  }

  #isFresh(): boolean {
    const { readAt } = this.#known
    if (readAt === null) return false
    return readingProgress(this.#known).isReading || readAt + freshMs > Date.now()
  }

  async #readKind(kind: UserFlowKind): Promise<void> {
    this.#change(withKind(this.#known, kind, { state: 'reading' }))
    const path = graphPaths.userFlows(this.#versionOf(kind), kind)
    const answer = await this.#call({ method: 'GET', path, reads: userFlowListSchema })
    if (!answer.ok) {
      this.#change(withKind(this.#known, kind, this.#failureState(kind, answer.problem)))
      return
    }
    const found = answer.value.value.map(({ id, userFlowType: type }) => ({ kind, id, type }))
    this.#change(withListing(this.#known, kind, found))
    await Promise.all(found.map((flow) => this.#readFlow(flow)))
  }

  /** A kind of which flows are shown is not absent, whatever Graph says of it now. */
  #failureState(kind: UserFlowKind, problem: Problem): KindState<Problem> {
    const isShown = this.#known.flows.some(({ flow }) => flow.kind === kind)
    return !isShown && isKindAbsent(problem) ? { state: 'absent' } : { state: 'failed', problem }
  }

  async #readFlow(flow: UserFlow, priority?: number): Promise<void> {
    const turn = Symbol()
    this.#turns.set(flowKey(flow), turn)
    this.#change(withFlow(this.#known, flow, { isReading: true }))
    const steps = stepsOfKind[flow.kind].join(',')
    const configuration = graphPaths.userFlowConfiguration(
      this.#versionOf(flow.kind),
      flow.kind,
      flow.id,
    )
    const path = `${configuration}?$expand=${steps}`
    const answer = await this.#call({ method: 'GET', path, reads: flowStepsSchema }, priority)
    if (this.#turns.get(flowKey(flow)) !== turn) return
    const news = answer.ok ? { steps: answer.value, problem: null } : { problem: answer.problem }
    this.#change(withFlow(this.#known, flow, { isReading: false, ...news }))
  }

  readonly #versionOf = (kind: UserFlowKind) => flowVersion(kind, this.#source.version)

  #call<Value>(call: GraphCall<Value>, priority = 0): Promise<Result<Value>> {
    return this.#queue.add(() => this.#source.graph(call), { priority })
  }

  #change(known: KnownFlows): void {
    this.#known = known
    for (const listener of this.#listeners) listener()
  }
}
