/**
 * The dearest requests that anybody may send, one after the other, while somebody else asks whether the
 * portal is there. `npm test` sends one of each kind, `npm run hostile` all of them. Each has three tries:
 * a machine may be busy with something else, but a request that stops the portal does so every time.
 */
import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { controlOf } from '../../emulator/testing/control-client'
import { pidFile } from '../../scripts/lib/output.mjs'
import { wantedPorts } from '../../scripts/lib/ports.mjs'
import { watchHealth, type HealthWatch } from '../support/hostile-cost/cost'
import type { DearRequest } from '../support/hostile-cost/dear-request'
import { costDocument, type Cost, type CostGroup } from '../support/hostile-cost/document'
import { holdHalfSentBodies } from '../support/hostile-cost/half-sent-bodies'
import { residentMegabytes } from '../support/hostile-cost/memory'
import { requestGroups, type RequestGroup } from '../support/hostile-cost/requests'
import { call, connectors, type Portal } from '../support/hostile-cost/send'
import { emulatorUrl } from '../support/world'

/** Milliseconds for which one request may keep everybody else waiting. */
const maxStopMs = 250
/** That 60 bodies of 9.9 MB may take, sent to a page by halves. */
const maxMegabytes = 64
const tries = 3

const isFull = process.env['HOSTILE'] === 'all'

test.describe.configure({ mode: 'default' })

const { PORT } = wantedPorts()

let worlds = 0

/** A person of their own for each request: there are limits for one. */
async function freshPortal(): Promise<Portal> {
  worlds += 1
  const emulator = controlOf(emulatorUrl, { world: `hostile-${worlds}` })
  const portal = {
    port: PORT,
    token: await emulator.token(),
    emulator,
  }
  expect(await call(portal, { path: connectors })).toBe(200)
  return portal
}

let health: HealthWatch

/** The smallest of the figures, of as many as it takes to be below the limit. */
async function atBest(limit: number, measure: () => Promise<number>): Promise<number> {
  const figures: number[] = []
  while (figures.length < tries && !figures.some((figure) => figure < limit)) {
    figures.push(await measure())
  }
  return Math.min(...figures)
}

async function costOf({ name, send }: DearRequest): Promise<Cost> {
  let status = 0
  const ms = await atBest(maxStopMs, async () => {
    const portal = await freshPortal()
    return health.during(async () => {
      status = await send(portal)
    })
  })
  return { name, ms, status }
}

async function costsOf({ title, requests }: RequestGroup): Promise<CostGroup> {
  const costs: Cost[] = []
  for (const request of requests.filter(({ isShort }) => isFull || isShort)) {
    costs.push(await costOf(request))
  }
  return { title, costs }
}

async function measureAll(): Promise<CostGroup[]> {
  const groups: CostGroup[] = []
  for (const group of requestGroups) groups.push(await costsOf(group))
  const document = process.env['HOSTILE_DOCUMENT']
  if (document) writeFileSync(document, costDocument(groups))
  return groups
}

async function memoryOfHalfSentBodies(): Promise<number> {
  const before = residentMegabytes(pidFile('portal', PORT))
  const release = await holdHalfSentBodies(PORT)
  const held = residentMegabytes(pidFile('portal', PORT))
  await release()
  return held - before
}

test.beforeAll(() => {
  health = watchHealth(PORT)
})

test.afterAll(() => health.stop())

test('no request keeps the portal from answering others', async () => {
  test.setTimeout(900_000)

  const costs = (await measureAll()).flatMap((group) => group.costs)

  expect(costs.filter(({ ms }) => ms >= maxStopMs)).toEqual([])
  // Hung up on is an answer; a failure that nobody has thought of is none.
  expect(costs.filter(({ status }) => status === 500)).toEqual([])
})

test('bodies that are sent by halves are not kept', async () => {
  expect(await atBest(maxMegabytes, memoryOfHalfSentBodies)).toBeLessThan(maxMegabytes)
})
