import { describe, expect, test } from 'vitest'
import { problemOf } from '../testing/problem'
import type { UserFlowKind } from '@/lib/contract/identifiers'
import type { FlowSteps } from '@/lib/contract/user-flow'
import { connectorUsage, readingProgress, usageIn, usageIndex } from './connector-usage'
import type { FlowEntry, UserFlows } from './user-flow'

const wanted = { id: 'wanted', displayName: 'Wanted' }
const other = { id: 'other', displayName: 'Other' }
const empty: FlowSteps = {
  postFederationSignup: null,
  postAttributeCollection: null,
  preTokenIssuance: null,
}

const entry = (
  id: string,
  steps: Partial<FlowSteps> | null,
  more: Partial<FlowEntry> & { kind?: UserFlowKind } = {},
): FlowEntry => {
  const { kind = 'b2xUserFlows', ...news } = more
  return {
    flow: { kind, id, type: null },
    steps: steps && { ...empty, ...steps },
    problem: null,
    isReading: false,
    ...news,
  }
}

const known = (flows: FlowEntry[], more: Partial<UserFlows> = {}) => ({
  access: 'granted' as const,
  tenantKind: null,
  kinds: { b2xUserFlows: { state: 'read' }, b2cUserFlows: { state: 'read' } } as const,
  flows,
  readAt: 0,
  ...more,
})

const place = (flowId: string, step: string, kind: UserFlowKind = 'b2xUserFlows') => ({
  kind,
  flowId,
  step,
})

describe('where a connector is used', () => {
  test('every step of every flow that calls it', () => {
    const flows = known([
      entry('a', { postFederationSignup: wanted, postAttributeCollection: wanted }),
      entry('b', { postAttributeCollection: other }),
      entry('c', { preTokenIssuance: wanted }, { kind: 'b2cUserFlows' }),
    ])
    expect(connectorUsage(flows, 'wanted')).toEqual({
      kind: 'used',
      places: [
        place('a', 'postFederationSignup'),
        place('a', 'postAttributeCollection'),
        place('c', 'preTokenIssuance', 'b2cUserFlows'),
      ],
      unchecked: 0,
    })
  })

  test('a step that its kind of flow does not have is no use', () => {
    expect(connectorUsage(known([entry('a', { preTokenIssuance: wanted })]), 'wanted')).toEqual({
      kind: 'notUsed',
    })
  })

  test('not used only if every flow says so', () => {
    expect(connectorUsage(known([entry('a', {}), entry('b', {})]), 'wanted').kind).toBe('notUsed')
    expect(connectorUsage(known([]), 'wanted').kind).toBe('notUsed')
  })

  test('one flow that could not be read leaves it unknown', () => {
    const flows = known([entry('a', {}), entry('b', null, { problem: problemOf('500') })])
    expect(connectorUsage(flows, 'wanted')).toEqual({
      kind: 'unknown',
      reason: 'failed',
    })
  })

  test('used stays used beside a flow that could not be read, and says how many', () => {
    const flows = known([
      entry('a', { postAttributeCollection: wanted }),
      entry('b', null, { problem: problemOf('500') }),
    ])
    expect(connectorUsage(flows, 'wanted')).toMatchObject({ kind: 'used', unchecked: 1 })
  })

  test('what was read before still counts when reading it again has failed', () => {
    const flows = known([
      entry('a', { postAttributeCollection: wanted }, { problem: problemOf('500') }),
    ])
    expect(connectorUsage(flows, 'wanted')).toMatchObject({ kind: 'used', unchecked: 0 })
  })

  test('a kind of flow that could not be listed leaves it unknown', () => {
    const kinds = {
      b2xUserFlows: { state: 'read' },
      b2cUserFlows: { state: 'failed', problem: problemOf('500') },
    } as const
    expect(connectorUsage(known([entry('a', {})], { kinds }), 'wanted')).toEqual({
      kind: 'unknown',
      reason: 'failed',
    })
  })

  test('a kind of flow that the tenant lacks leaves no doubt', () => {
    const kinds = { b2xUserFlows: { state: 'read' }, b2cUserFlows: { state: 'absent' } } as const
    expect(connectorUsage(known([entry('a', {})], { kinds }), 'wanted').kind).toBe('notUsed')
  })

  test('while flows are being read, it is not known yet', () => {
    const flows = known([entry('a', {}), entry('b', null, { isReading: true })])
    expect(connectorUsage(flows, 'wanted').kind).toBe('reading')
  })

  test('a use that is found while others are being read is told at once', () => {
    const flows = known([
      entry('a', { postAttributeCollection: wanted }),
      entry('b', null, { isReading: true }),
    ])
    expect(connectorUsage(flows, 'wanted')).toMatchObject({ kind: 'used', unchecked: 1 })
  })

  test('without the permission it is unknown, and that is the reason', () => {
    expect(connectorUsage(known([], { access: 'missing' }), 'wanted')).toMatchObject({
      kind: 'unknown',
      reason: 'notAllowed',
    })
    expect(connectorUsage(known([], { access: 'unknown' }), 'wanted').kind).toBe('reading')
  })
})

describe('the index of all connectors', () => {
  const flows = [
    entry('a', { postFederationSignup: wanted, postAttributeCollection: other }),
    entry('b', { postFederationSignup: other }),
  ]

  test('gives each connector the usage that it has alone', () => {
    const tenants = [
      known(flows),
      known([...flows, entry('c', null, { problem: problemOf('500') })]),
      known([...flows, entry('c', null, { isReading: true })]),
      known(flows, { access: 'missing' }),
    ]
    for (const tenant of tenants) {
      for (const id of ['wanted', 'other', 'elsewhere']) {
        expect(usageIn(usageIndex(tenant), id)).toEqual(connectorUsage(tenant, id))
      }
    }
    expect(usageIndex(known(flows)).places.get('other')).toEqual([
      place('a', 'postAttributeCollection'),
      place('b', 'postFederationSignup'),
    ])
  })

  test('while one flow is read again, connectors that are not used stay so', () => {
    const again = known([...flows, entry('c', {}, { isReading: true })])
    expect(connectorUsage(again, 'elsewhere').kind).toBe('notUsed')
    expect(readingProgress(again).isReading).toBe(true)
  })
})

describe('how far the reading has come', () => {
  test('counts flows whose reading has ended, well or badly', () => {
    const flows = known([
      entry('a', {}),
      entry('b', null, { problem: problemOf('500') }),
      entry('c', null, { isReading: true }),
    ])
    expect(readingProgress(flows)).toEqual({ isReading: true, checked: 2, total: 3 })
  })

  test('goes on while a list is still awaited', () => {
    const kinds = { b2xUserFlows: { state: 'read' }, b2cUserFlows: { state: 'reading' } } as const
    expect(readingProgress(known([entry('a', {})], { kinds })).isReading).toBe(true)
  })

  test('does not go on without the permission', () => {
    const kinds = {
      b2xUserFlows: { state: 'reading' },
      b2cUserFlows: { state: 'reading' },
    } as const
    expect(readingProgress(known([], { access: 'missing', kinds })).isReading).toBe(false)
  })
})
