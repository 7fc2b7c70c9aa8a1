/**
 * Every operation against every fault: nothing lost, nothing doubled, everything explained, no secret
 * anywhere. What each cell comes to is written in `support/fault-matrix/expectations.ts`.
 */
import { runCell } from './support/fault-matrix/cell'
import { faultDocument } from './support/fault-matrix/document'
import { paceOf } from './support/fault-matrix/expectations'
import { faultNames } from './support/fault-matrix/faults'
import { operationNames, operations } from './support/fault-matrix/operations'
import { test } from './support/fault-matrix/stage'
import { expect } from './support/test'

test.describe.configure({ timeout: 240_000 })

for (const name of operationNames) {
  test(`${name}: whatever fault strikes`, async ({ openStage }) => {
    const stage = await openStage(operations[name])
    for (const fault of faultNames.filter((other) => paceOf(name, other) === 'fast')) {
      await test.step(fault, () => runCell(stage, name, fault))
    }
  })
}

for (const name of ['create', 'upload'] as const) {
  test(`${name}: looked for in vain`, async ({ openStage }) => {
    const slow = faultNames.filter((fault) => paceOf(name, fault) === 'looking')
    await Promise.all(
      slow.map((fault) =>
        test.step(fault, async () => runCell(await openStage(operations[name]), name, fault)),
      ),
    )
  })
}

for (const fault of ['silence', 'silenceAfter'] as const) {
  test(`whatever is done, with ${fault}`, async ({ openStage }) => {
    await Promise.all(
      operationNames.map((name) =>
        test.step(name, async () => runCell(await openStage(operations[name]), name, fault)),
      ),
    )
  })
}

test('the document says what the matrix expects', () => {
  expect(faultDocument()).toMatchSnapshot('faults.md')
})
