/**
 * Reads a tenant's user flows and the connectors at their steps, once for all pages of a session.
 * Graph shows a flow's connectors only one flow at a time (Graph: Get apiConnectorConfiguration), so
 * where a connector is used costs a call for each flow.
 */
import {
  userFlowKindSchema,
  type GraphVersion,
  type UserFlowKind,
} from '@/lib/contract/identifiers'
import { graphPaths } from '@/lib/contract/routes'
import {
  flowStepsSchema,
  stepsOfKind,
  userFlowListSchema,
  type FlowSteps,
} from '@/lib/contract/user-flow'
import { isExternalTenant, isKindAbsent } from '@/lib/domain/problems/absent-kind'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import {
  flowKey,
  nothingKnown,
  withFlow,
  withKind,
  withListing,
  withTenantKind,
} from '@/lib/domain/user-flows/known-flows'
import { entryAt } from '@/lib/domain/user-flows/place'
import { flowVersion, stepReferenceCall } from '@/lib/domain/user-flows/step-reference-call'
import type {
  KindState,
  Place,
  TenantKind,
  UserFlow,
  UserFlows,
} from '@/lib/domain/user-flows/user-flow'
import type { GraphClient } from '../calls/graph'
import type { Problem, Result } from '@/lib/domain/problems/problem'
import { Observable } from '../basics/observable'
import type { FlowMemory } from './flow-memory'
import { keptOf, knownOf } from './kept-reading'
import { PacedCalls } from './paced-calls'

/** `cached`: only what an earlier sign-in brought. `silent`: the provider is asked, the person not. */
export type Effort = 'cached' | 'silent'

type FlowSource = {
  readonly graph: GraphClient
  /** The root of Graph's own addresses, by which a reference names a connector. */
  readonly graphRoot: string
  /** Of B2X flows; B2C flows exist in beta only. */
  readonly version: GraphVersion
  readonly isGranted: (effort: Effort) => Promise<boolean>
  readonly memory: FlowMemory
}

const freshMs = 5 * 60_000

const isFresh = (readAt: number | null) => readAt !== null && readAt + freshMs > Date.now()

const kinds = userFlowKindSchema.options

export class FlowReader {
  readonly #source: FlowSource
  readonly #calls: PacedCalls
  /** A later reading of the same flow wins, also when its answer comes first. */
  readonly #turns = new Map<string, symbol>()
  readonly #state = new Observable<UserFlows>(nothingKnown)
  /** Whether an earlier page of the tab has begun the reading, and this one has not gone on with it. */
  #isToContinue = false

  constructor(source: FlowSource) {
    this.#source = source
    this.#calls = new PacedCalls(source.memory.calls)
    const kept = source.memory.reading.recall()
    if (kept && isFresh(kept.readAt)) {
      this.#state.change(knownOf(kept))
      this.#isToContinue = true
    }
    const tenantKind = source.memory.tenantKind.recall()
    if (tenantKind) this.#state.change(withTenantKind(this.#state.value(), tenantKind))
  }

  /** The present knowledge: another object after each change. */
  readonly known = this.#state.value

  readonly subscribe = this.#state.subscribe

  /** Reads all flows, unless that was done within the last five minutes or is being done. */
  async readIfStale(effort: Effort): Promise<void> {
    const mayNowBeGranted = effort === 'silent' && this.#state.value().access === 'missing'
    if (this.#isToContinue) await this.#continue(effort)
    else if (!this.#isFresh() || mayNowBeGranted) await this.readAll(effort)
  }

  async readAll(effort: Effort = 'silent'): Promise<void> {
    this.#isToContinue = false
    this.#change({ ...this.#state.value(), readAt: Date.now() })
    if (!(await this.#findAccess(effort))) return
    await Promise.all(this.#offeredKinds().map((kind) => this.#readKind(kind)))
  }

  /** Reads what an earlier page of the tab has not come to. */
  async #continue(effort: Effort): Promise<void> {
    this.#isToContinue = false
    if (!(await this.#findAccess(effort))) return
    const { kinds: states, flows } = this.#state.value()
    await Promise.all([
      ...kinds
        .filter((kind) => states[kind].state === 'reading')
        .map((kind) => this.#readKind(kind)),
      ...flows.filter(({ isReading }) => isReading).map(({ flow }) => this.#readFlow(flow)),
    ])
  }

  /** Once granted, it is each call's own failure if that is over, or if there is no network to ask. */
  async #findAccess(effort: Effort): Promise<boolean> {
    const isGranted =
      this.#state.value().access === 'granted' || (await this.#source.isGranted(effort))
    this.#change({ ...this.#state.value(), access: isGranted ? 'granted' : 'missing' })
    return isGranted
  }

  /**
   * Of the flows that wait to be read, these come first, until others are named.
   * @param keys as `flowKey` writes them
   */
  readonly readFirst = (keys: ReadonlySet<string>): void => {
    this.#calls.prefer(keys)
  }

  /** How long it takes, from `now` in epoch milliseconds, until all flows are read, in ms. */
  readonly timeLeftMs = (now: number): number => {
    const { checked, total } = readingProgress(this.#state.value())
    return this.#calls.timeLeftMs(total - checked, now)
  }

  /** Notes the finding of another reading: a kind of flows that the tenant cannot have is not asked for. */
  readonly learnTenantKind = (tenantKind: TenantKind): void => {
    this.#change(withTenantKind(this.#state.value(), tenantKind))
  }

  /** Reads again what could not be read. */
  async readFailed(): Promise<void> {
    const failedKinds = kinds.filter((kind) => this.#state.value().kinds[kind].state === 'failed')
    const failedFlows = this.#state.value().flows.filter(({ problem }) => problem !== null)
    await Promise.all([
      ...failedKinds.map((kind) => this.#readKind(kind)),
      ...failedFlows.map(({ flow }) => this.#readFlow(flow)),
    ])
  }

  /** Reads one flow anew, without waiting for its turn; what is known then tells how it went. */
  readFlow(flow: UserFlow): Promise<void> {
    return this.#readFlow(flow, (read) => this.#calls.now(read))
  }

  /**
   * Puts a connector to a step, or with null takes it away (Graph: PUT with an empty object), and
   * reads the flow again, whatever the answer.
   */
  async setStep(place: Place, connectorId: string | null): Promise<Result<undefined>> {
    const call = stepReferenceCall(place, connectorId, this.#source)
    const answer = await this.#calls.now(() => this.#source.graph<undefined>(call))
    const entry = entryAt(this.#state.value(), place)
    if (entry) await this.readFlow(entry.flow)
    return answer
  }

  #isFresh(): boolean {
    return readingProgress(this.#state.value()).isReading || isFresh(this.#state.value().readAt)
  }

  /** Once the tenant has shown its kind, the other is not asked for again. */
  #offeredKinds(): readonly UserFlowKind[] {
    const { kinds: states, tenantKind } = this.#state.value()
    return tenantKind === null ? kinds : kinds.filter((kind) => states[kind].state !== 'absent')
  }

  async #readKind(kind: UserFlowKind): Promise<void> {
    this.#change(withKind(this.#state.value(), kind, { state: 'reading' }))
    const path = graphPaths.userFlows(this.#versionOf(kind), kind)
    const answer = await this.#calls.inTurn(kind, () =>
      this.#source.graph({ method: 'GET', path, reads: userFlowListSchema }),
    )
    if (!answer.ok) {
      if (isExternalTenant(answer.problem)) this.learnTenantKind('external')
      else
        this.#change(withKind(this.#state.value(), kind, this.#failureState(kind, answer.problem)))
      return
    }
    const found = answer.value.value.map(({ id, userFlowType: type }) => ({ kind, id, type }))
    this.#change(withListing(this.#state.value(), kind, found))
    await Promise.all(found.map((flow) => this.#readFlow(flow)))
  }

  /** A kind of which flows are shown is not absent, whatever Graph says of it now. */
  #failureState(kind: UserFlowKind, problem: Problem): KindState {
    const isShown = this.#state.value().flows.some(({ flow }) => flow.kind === kind)
    return !isShown && isKindAbsent(problem) ? { state: 'absent' } : { state: 'failed', problem }
  }

  async #readFlow(flow: UserFlow, pace = this.#inTurn(flow)): Promise<void> {
    const turn = Symbol()
    this.#turns.set(flowKey(flow), turn)
    this.#change(withFlow(this.#state.value(), flow, { isReading: true }))
    const steps = stepsOfKind[flow.kind].join(',')
    const configuration = graphPaths.userFlowConfiguration(
      this.#versionOf(flow.kind),
      flow.kind,
      flow.id,
    )
    const path = `${configuration}?$expand=${steps}`
    const answer = await pace(() =>
      this.#source.graph({ method: 'GET', path, reads: flowStepsSchema }),
    )
    if (this.#turns.get(flowKey(flow)) !== turn) return
    const news = answer.ok ? { steps: answer.value, problem: null } : { problem: answer.problem }
    this.#change(withFlow(this.#state.value(), flow, { isReading: false, ...news }))
  }

  readonly #versionOf = (kind: UserFlowKind) => flowVersion(kind, this.#source.version)

  readonly #inTurn =
    (flow: UserFlow) =>
    (read: () => Promise<Result<FlowSteps>>): Promise<Result<FlowSteps>> =>
      this.#calls.inTurn(flowKey(flow), read)

  #change(known: UserFlows): void {
    const { tenantKind } = known
    if (tenantKind && tenantKind !== this.#state.value().tenantKind) {
      this.#source.memory.tenantKind.remember(tenantKind)
    }
    const kept = keptOf(known)
    if (kept) this.#source.memory.reading.keep(kept)
    this.#state.change(known)
  }
}
