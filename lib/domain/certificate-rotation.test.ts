import { describe, expect, test } from 'vitest'
import type { Certificate } from '@/lib/contract/authentication'
import {
  forecastRotation,
  needsConfirmation,
  type RotationForecast,
  type RotationMode,
} from './certificate-rotation'

const day = 86_400
const now = 1_800_000_000

/** Validity in days around now: certificate A from 10 days ago to in 20 is `cert('A', -10, 20)`. */
const cert = (thumbprint: string, from: number, to: number): Certificate => ({
  thumbprint,
  notBefore: now + from * day,
  notAfter: now + to * day,
  isActive: false,
})
const active = (...validity: Parameters<typeof cert>) => ({ ...cert(...validity), isActive: true })

/** "A 0..20" for a phase of A from now until in 20 days; "-" for nobody, "A|B" for one of two. */
const story = ({ phases }: RotationForecast) =>
  phases.map(
    ({ from, until, thumbprints }) =>
      `${thumbprints.join('|') || '-'} ${inDays(from)}..${inDays(until - 1)}`,
  )
const inDays = (moment: number) => Math.round((moment - now) / day)

type Row = {
  name: string
  present: Certificate[]
  add: Certificate
  mode?: RotationMode
  effect?: RotationForecast['effect']
  says: string[]
  /** N if not said. */
  afterwards?: string[]
  duplicate?: true
  older?: true
  confirm?: true
}

const rows: Row[] = [
  { name: 'the first one', present: [], add: cert('N', -1, 30), says: ['N 0..30'] },
  {
    name: 'the first one, for later',
    present: [],
    add: cert('N', 5, 30),
    effect: 'scheduled',
    says: ['- 0..5', 'N 5..30'],
    afterwards: [],
    confirm: true,
  },
  {
    name: 'the first one, expired',
    present: [],
    add: cert('N', -30, -1),
    effect: 'expired',
    says: [],
    afterwards: [],
  },
  {
    name: 'a usual rotation',
    present: [active('A', -300, 20)],
    add: cert('N', -1, 365),
    says: ['N 0..365'],
  },
  {
    name: 'a rotation on the last second',
    present: [active('A', -300, 0)],
    add: cert('N', 0, 365),
    says: ['N 0..365'],
  },
  {
    name: 'one that starts while the present one is valid',
    present: [active('A', -300, 20)],
    add: cert('N', 10, 365),
    effect: 'scheduled',
    says: ['A 0..10', 'N 10..365'],
    afterwards: ['A'],
  },
  {
    name: 'one that starts in the second after the present one ends',
    present: [active('A', -300, 20)],
    add: { ...cert('N', 20, 365), notBefore: now + 20 * day + 1 },
    effect: 'scheduled',
    says: ['A 0..20', 'N 20..365'],
    afterwards: ['A'],
  },
  {
    name: 'one that starts after the present one ends',
    present: [active('A', -300, 6)],
    add: cert('N', 10, 365),
    effect: 'scheduled',
    says: ['A 0..6', '- 6..10', 'N 10..365'],
    afterwards: ['A'],
    confirm: true,
  },
  {
    name: 'one that ends before the present one',
    present: [active('A', -300, 200)],
    add: cert('N', -1, 30),
    says: ['N 0..30', 'A 30..200'],
  },
  {
    name: 'an older one, which takes over',
    present: [active('A', -10, 355)],
    add: cert('N', -300, 65),
    says: ['N 0..65', 'A 65..355'],
    older: true,
  },
  {
    name: 'an expired one beside an active one',
    present: [active('A', -10, 355)],
    add: cert('N', -300, -1),
    effect: 'expired',
    says: ['A 0..355'],
    afterwards: ['A'],
    older: true,
  },
  {
    name: 'the active one once more',
    present: [active('A', -10, 355)],
    add: cert('A', -10, 355),
    says: ['A 0..355'],
    afterwards: ['A'],
    duplicate: true,
  },
  {
    name: 'the active one once more, in small letters',
    present: [active('AB', -10, 355)],
    add: cert('ab', -10, 355),
    says: ['AB 0..355'],
    afterwards: ['AB'],
    duplicate: true,
  },
  {
    name: 'a rollback to one in reserve',
    present: [active('B', -10, 355), cert('A', -300, 65)],
    add: cert('A', -300, 65),
    says: ['A 0..65', 'B 65..355'],
    afterwards: ['A'],
    duplicate: true,
    older: true,
  },
  {
    name: 'the waiting one once more',
    present: [active('A', -300, 20), cert('W', 10, 375)],
    add: cert('W', 10, 375),
    effect: 'scheduled',
    says: ['A 0..10', 'W 10..375'],
    afterwards: ['A'],
    duplicate: true,
  },
  {
    name: 'one beside an active and a waiting one',
    present: [active('A', -300, 20), cert('W', 10, 375)],
    add: cert('N', -1, 100),
    says: ['N 0..100', 'W 100..375'],
  },
  {
    name: 'one that leaves two whose order nobody knows',
    present: [active('A', -300, 90), cert('W', 10, 375)],
    add: cert('N', -1, 30),
    says: ['N 0..30', 'A|W 30..90', 'W 90..375'],
  },
  {
    name: 'one that leaves two, of which one was beaten before',
    present: [active('B', -10, 355), cert('A', -300, 90)],
    add: cert('N', -1, 30),
    says: ['N 0..30', 'B 30..355'],
  },
  {
    name: 'one after which a beaten one outlives the active one',
    present: [active('B', -10, 60), cert('A', -300, 90)],
    add: cert('N', -1, 30),
    says: ['N 0..30', 'B 30..60', 'A 60..90'],
  },
  {
    name: 'one where all have expired',
    present: [cert('A', -700, -300), cert('B', -300, -5)],
    add: cert('N', -1, 365),
    says: ['N 0..365'],
  },
  {
    name: 'one that fills a gap before a waiting one',
    present: [active('A', -300, 5), cert('W', 20, 375)],
    add: cert('N', -1, 40),
    says: ['N 0..40', 'W 40..375'],
  },
  {
    name: 'one that leaves the gap before a waiting one',
    present: [active('A', -300, 5), cert('W', 20, 375)],
    add: cert('N', -1, 10),
    says: ['N 0..10', '- 10..20', 'W 20..375'],
    confirm: true,
  },
  {
    name: 'one where the service calls none active though one is valid',
    present: [cert('A', -300, 20)],
    add: cert('N', 10, 365),
    effect: 'scheduled',
    says: ['A 0..10', 'N 10..365'],
    afterwards: ['A'],
  },
  {
    name: 'one without a thumbprint beside it',
    present: [{ ...active('', -300, 20), thumbprint: null }],
    add: cert('N', -1, 10),
    says: ['N 0..10', '- 10..20'],
  },
  {
    name: 'one that replaces all',
    present: [active('A', -300, 90), cert('W', 10, 375)],
    add: cert('N', -1, 30),
    mode: 'replace',
    says: ['N 0..30'],
    confirm: true,
  },
  {
    name: 'one for later that replaces all',
    present: [active('A', -300, 90)],
    add: cert('N', 3, 30),
    mode: 'replace',
    effect: 'scheduled',
    says: ['- 0..3', 'N 3..30'],
    afterwards: [],
    confirm: true,
  },
  {
    name: 'one that replaces nothing',
    present: [],
    add: cert('N', -1, 30),
    mode: 'replace',
    says: ['N 0..30'],
  },
]

describe('an upload is foretold', () => {
  test.each(rows)('$name', ({ present, add, mode = 'add', ...row }) => {
    const candidate = { ...add, thumbprint: add.thumbprint ?? '' }
    const forecast = forecastRotation({ present, candidate, mode, now })

    expect(story(forecast)).toEqual(row.says)
    expect(forecast).toMatchObject({
      effect: row.effect ?? 'active',
      activeAfterwards: row.afterwards ?? ['N'],
      isDuplicate: row.duplicate ?? false,
      isOlder: row.older ?? false,
    })
    expect(needsConfirmation(forecast, { mode, present })).toBe(row.confirm ?? false)
  })
})
