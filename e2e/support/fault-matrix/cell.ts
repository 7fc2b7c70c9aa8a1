/** One cell of the fault matrix: the operation is tried, the fault strikes, and all three ends are seen. */
import { expect } from '@playwright/test'
import type { EmulatorControl } from '../../../emulator/testing/control-client'
import { expected, ways, type Expectation } from './expectations'
import { isLasting, strike, type FaultName } from './faults'
import type { Attempt, Operation, Stage } from './operation'
import { operations, type OperationName } from './operations'

/** The longest that a person is kept waiting (a write gives up after 45 s), in milliseconds. */
const patience = { timeout: 60_000 }

export async function runCell(stage: Stage, name: OperationName, fault: FaultName) {
  const { emulator } = stage
  const operation: Operation = operations[name]
  const expectation = expected(name, fault)
  const attempt = await operation.begin(stage, `After ${fault} fault`)
  const before = attempt.judge(await emulator.state())
  await emulator.forgetRequests()
  await strike(emulator, operation, fault)

  await attempt.act()

  await expectSeen(stage, attempt, expectation)
  // What was held back so far happens now, if it ever does.
  await emulator.clearFaults()
  const calls = await callsOf(emulator, operation)
  expect(calls, `${name}, ${fault}: calls of Graph`).toEqual(callsExpected(expectation))
  expect(attempt.judge(await emulator.state()), `${name}, ${fault}: effects`).toEqual({
    effects: hasEffect(operation, expectation) ? before.effects + 1 : before.effects,
    rest: before.rest,
  })
  expect(await stage.leaks(), `${name}, ${fault}: places in which a secret can be read`).toEqual([])
  if (expectation.kind === 'said' && !isLasting(fault)) await attempt.recover()
}

const hasEffect = ({ kind }: Operation, expectation: Expectation) =>
  kind !== 'read' && expectation.kind === 'done'

async function expectSeen({ page }: Stage, attempt: Attempt, expectation: Expectation) {
  if (expectation.kind === 'done') {
    await expect(attempt.done).toBeVisible(patience)
    await expect(page.getByText('Details for support')).toBeHidden()
    return
  }
  const { title, buttons } = expectation
  await expect(page.getByText(title, { exact: true }).first()).toBeVisible(patience)
  await expect(attempt.done).toBeHidden()
  for (const name of buttons) await expect(page.getByRole('button', { name })).toBeVisible()
  await attempt.expectKept()
}

/** Of the calls that reached Graph, whether the fault struck: the first one, and no other. */
async function callsOf(emulator: EmulatorControl, { call }: Operation) {
  const requests = await emulator.requests()
  return requests
    .filter(({ method, path }) => method === call.method && isAt(path, call.path))
    .map(({ fault }) => (fault === null ? 'passed' : 'struck'))
}

const isAt = (path: string, wanted: string) =>
  path.replace(/^\/(v1\.0|beta)/, '').replace('%24', '$') === wanted

const callsExpected = (expectation: Expectation) =>
  expectation.kind === 'done' && ways[expectation.way].calls === 2
    ? ['struck', 'passed']
    : ['struck']
