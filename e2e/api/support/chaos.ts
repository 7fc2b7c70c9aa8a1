/**
 * Runs of random writes under random faults. After each, what is stored must be what was acknowledged:
 * nothing doubled, nothing lost, and where the portal says it does not know, one of the two.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import { modelOf, placeOf, sha256, textOf, withConnector, type Model } from './chaos-model'
import { basic } from './samples'
import type { World } from './world'

const faults = [
  { kind: 'status', status: 429, headers: { 'Retry-After': '0' } },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 500, applied: true },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 503, applied: true },
  { kind: 'status', status: 504, applied: true },
  { kind: 'html' },
  { kind: 'html', applied: true },
  { kind: 'reset' },
  { kind: 'loseResponse' },
  { kind: 'truncate' },
  { kind: 'delay', delayMs: 100 },
] as const

const actions = ['create', 'rename', 'setPassword', 'upload', 'attach', 'clear', 'delete'] as const
type Action = (typeof actions)[number]

export type ChaosStep = {
  readonly action: Action
  /** Chooses among what is there. */
  readonly which: number
  /** Null for none. */
  readonly fault: (typeof faults)[number] | null
  /** How many calls it strikes; the reads that find out an outcome are struck as well. */
  readonly strikes: { readonly writes: number; readonly reads: number }
}

const stepArbitrary: fc.Arbitrary<ChaosStep> = fc.record({
  action: fc.constantFrom(...actions),
  which: fc.nat(1_000),
  fault: fc.option(fc.constantFrom(...faults), { freq: 4, nil: null }),
  strikes: fc.record({
    writes: fc.integer({ min: 1, max: 3 }),
    reads: fc.integer({ min: 0, max: 2 }),
  }),
})

/** The same for the same seed. */
export const chaosRuns = (count: number, seed: number): ChaosStep[][] =>
  fc.sample(fc.array(stepArbitrary, { minLength: 2, maxLength: 5 }), { numRuns: count, seed })

export type Certificate = { readonly thumbprint: string; readonly upload: unknown }

type Write = {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  /** What is stored once it has happened. `created` is the id that only Graph can choose. */
  readonly effect: (model: Model, created: string) => Model
}

type Scene = {
  readonly step: ChaosStep
  readonly model: Model
  readonly certificates: readonly Certificate[]
  /** Unlike any other in the run. */
  readonly name: string
}

const connectors = '/v1.0/identity/apiConnectors'
const pick = <Item>(items: readonly Item[], which: number) => items[which % items.length]

const writeOf: Record<Action, (scene: Scene, id: string) => Write> = {
  create: ({ name }) => ({
    method: 'POST',
    path: connectors,
    body: {
      displayName: name,
      targetUrl: 'https://api.example.com/',
      authenticationConfiguration: basic(`${name}-canary`),
    },
    effect: (model, created) =>
      withConnector(model, created, {
        displayName: name,
        passwordSha256: sha256(`${name}-canary`),
        thumbprints: [],
      }),
  }),
  rename: ({ name, model }, id) => ({
    method: 'PATCH',
    path: `${connectors}/${id}`,
    body: { displayName: name },
    effect: (now) => withConnector(now, id, { ...knownAt(model, id), displayName: name }),
  }),
  setPassword: ({ name, model }, id) => ({
    method: 'PATCH',
    path: `${connectors}/${id}`,
    body: { authenticationConfiguration: basic(`${name}-canary`) },
    effect: (now) =>
      withConnector(now, id, {
        displayName: knownAt(model, id).displayName,
        passwordSha256: sha256(`${name}-canary`),
        thumbprints: [],
      }),
  }),
  upload: ({ model, certificates, step }, id) => {
    const certificate = pick(certificates, step.which) as Certificate
    const known = knownAt(model, id)
    return {
      method: 'POST',
      path: `${connectors}/${id}/uploadClientCertificate`,
      body: certificate.upload,
      effect: (now) =>
        withConnector(now, id, {
          ...known,
          thumbprints: [...known.thumbprints, certificate.thumbprint],
        }),
    }
  },
  attach: (scene, id) => stepWrite(scene, id),
  clear: (scene) => stepWrite(scene, null),
  delete: (_scene, id) => ({
    method: 'DELETE',
    path: `${connectors}/${id}`,
    effect: (model) => withConnector(model, id, null),
  }),
}

function knownAt({ connectors: all }: Model, id: string) {
  const known = all.get(id)
  if (!known) throw new Error('Not a connector of the model')
  return known
}

function stepWrite({ model, step }: Scene, id: string | null): Write {
  const b2x = [...model.steps.keys()].filter((place) => /^B2X.*\/post/.test(place))
  const [flowId = '', flowStep = ''] = pick(b2x, step.which)?.split('/') ?? []
  const root = `/v1.0/identity/b2xUserFlows/${flowId}/apiConnectorConfiguration`
  return {
    method: 'PUT',
    path: `${root}/${flowStep}/$ref`,
    body: id === null ? {} : { '@odata.id': `https://graph.microsoft.com${connectors}/${id}` },
    effect: (now) => ({ ...now, steps: new Map(now.steps).set(placeOf(flowId, flowStep), id) }),
  }
}

/** Uploads go to connectors that have a certificate: what a Basic one makes of them is not known. */
function targetOf({ action, which }: ChaosStep, { connectors: all }: Model): string | undefined {
  const ids = [...all].filter(([, known]) => action !== 'upload' || known.thumbprints.length > 0)
  return pick(ids, which)?.[0]
}

/** Plays one run in a world of its own and checks what is stored after each step. */
export async function playRun(
  world: World,
  steps: readonly ChaosStep[],
  certificates: readonly Certificate[],
): Promise<{ readonly unknown: number; readonly writes: number }> {
  let model = modelOf(await world.state())
  let unknown = 0
  for (const [index, step] of steps.entries()) {
    const id = targetOf(step, model)
    if (id === undefined) continue
    const scene = { step, model, certificates, name: `Chaos ${index}` }
    const write = writeOf[step.action](scene, id)
    const answer = await sendUnderFault(world, write, step)
    const stored = modelOf(await world.state())
    unknown += answer === 'unknown' ? 1 : 0
    expectHonest({ answer, stored, before: model, write })
    model = stored
  }
  return { unknown, writes: steps.length }
}

type Told = 'done' | 'notDone' | 'unknown'

async function sendUnderFault(world: World, write: Write, step: ChaosStep): Promise<Told> {
  const path = write.path.replace('/v1.0', '')
  const { fault, strikes } = step
  if (fault) {
    await world.faults({ method: write.method, path, times: strikes.writes, ...fault })
    const isRead = strikes.reads > 0 && fault.kind !== 'delay'
    const reads = { method: 'GET', path: '/identity/apiConnectors', skip: 1 }
    if (isRead) await world.faults({ ...reads, times: strikes.reads, kind: 'status', status: 503 })
  }
  const response = await world.ask(write.method, write.path, write.body)
  const text = await response.text()
  expect(text.replaceAll('svc-canary', '')).not.toContain('canary')
  await world.clearFaults()
  if (response.ok) return 'done'
  return text.includes('"outcomeUnknown"') ? 'unknown' : 'notDone'
}

type Trial = {
  readonly answer: Told
  readonly stored: Model
  readonly before: Model
  readonly write: Write
}

function expectHonest({ answer, stored, before, write }: Trial): void {
  const created = [...stored.connectors.keys()].filter((id) => !before.connectors.has(id))
  expect(created.length, 'at most one connector is created').toBeLessThanOrEqual(1)
  const done = textOf(write.effect(before, created[0] ?? 'none'))
  const possible = { done: [done], notDone: [textOf(before)], unknown: [done, textOf(before)] }
  expect(possible[answer], `what is stored after "${answer}"`).toContain(textOf(stored))
}
