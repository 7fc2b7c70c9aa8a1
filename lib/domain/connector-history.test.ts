import { describe, expect, test } from 'vitest'
import { directoryAuditSchema } from '@/lib/contract/directory-audit'
import { connectorHistory } from './connector-history'

const id = '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1007'

const user = { id: 'p', displayName: 'User Flow Admin', userPrincipalName: 'admin@contoso.example' }

const recorded = {
  id: 'B2C_1',
  category: 'ResourceManagement',
  correlationId: 'c-1',
  result: 'success',
  resultReason: '',
  activityDisplayName: 'Update Api connector',
  activityDateTime: '2026-11-21T10:20:02.7215374Z',
  initiatedBy: { user, app: null },
  targetResources: [{ id, displayName: 'Membership tier', modifiedProperties: [] }],
}

const historyOf = (...changes: object[]) =>
  connectorHistory(
    changes.map((change) => directoryAuditSchema.parse({ ...recorded, ...change })),
    id,
  )

describe('an entry', () => {
  test('says what happened, when and by whom', () => {
    expect(historyOf({})).toEqual([
      {
        id: 'B2C_1',
        at: Date.UTC(2026, 10, 21, 10, 20, 2) / 1000,
        activity: 'updated',
        activityName: 'Update Api connector',
        result: 'success',
        reason: null,
        by: 'User Flow Admin',
        username: 'admin@contoso.example',
        changed: [],
        correlationId: 'c-1',
      },
    ])
  })

  test.each<[string, object, object]>([
    [
      'another case of the activity',
      { activityDisplayName: 'Create API connector' },
      { activity: 'created' },
    ],
    [
      'an activity of tomorrow',
      { activityDisplayName: 'Disable Api connector' },
      { activity: null, activityName: 'Disable Api connector' },
    ],
    [
      'a failure with its reason',
      { result: 'failure', resultReason: 'AADB2C90213' },
      { result: 'failure', reason: 'AADB2C90213' },
    ],
    ['a failure without one', { result: 'failure', resultReason: null }, { reason: null }],
    ['a result of tomorrow', { result: 'deferred' }, { result: null, reason: 'deferred' }],
    ['no result', { result: undefined }, { result: null, reason: null }],
    ['a success that gives a reason', { resultReason: 'OK' }, { reason: null }],
    [
      'a person without a name',
      { initiatedBy: { user: { ...user, displayName: null } } },
      { by: 'admin@contoso.example', username: null },
    ],
    [
      'an app',
      { initiatedBy: { user: null, app: { displayName: 'Terraform' } } },
      { by: 'Terraform', username: null },
    ],
    ['nobody', { initiatedBy: null }, { by: null, username: null }],
    ['a time that is none', { activityDateTime: 'soon' }, { at: null }],
    ['no targets', { targetResources: null }, { changed: [] }],
    [
      'changed properties, of this connector only',
      {
        targetResources: [
          { id, modifiedProperties: [{ displayName: 'targetUrl' }, { displayName: 'targetUrl' }] },
          { id: 'other', modifiedProperties: [{ displayName: 'secret' }] },
        ],
      },
      { changed: ['targetUrl'] },
    ],
  ])('with %s', (_, change, expected) => {
    expect(historyOf(change)).toMatchObject([expected])
  })
})

test('the newest come first, whatever their order', () => {
  const at = (activityDateTime: string) => ({ id: activityDateTime, activityDateTime })

  expect(
    historyOf(at('2026-11-20T00:00:00Z'), at('2026-11-21T00:00:00Z'), at('2026-11-19T00:00:00Z')),
  ).toMatchObject([
    { id: '2026-11-21T00:00:00Z' },
    { id: '2026-11-20T00:00:00Z' },
    { id: '2026-11-19T00:00:00Z' },
  ])
})
