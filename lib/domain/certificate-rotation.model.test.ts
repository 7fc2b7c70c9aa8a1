import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Certificate } from '@/lib/contract/authentication'
import { forecastRotation, type RotationForecast, type RotationMode } from './certificate-rotation'

const now = 1_800_000_000

/** The service as documented, with the upload order that only it knows. */
const activeByOrder = (uploaded: readonly Certificate[], moment: number) =>
  uploaded.findLast(({ notBefore, notAfter }) => notBefore <= moment && moment <= notAfter)

const span = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([start, length]) => ({ notBefore: now + start, notAfter: now + start + length }))

/** Seconds apart, so that boundaries meet often. Graph shows the certificates in any order. */
const situations = fc.record({
  uploaded: fc.array(span, { maxLength: 6 }).map((spans) => {
    const all = spans.map((one, index) => ({ ...one, thumbprint: `C${index}`, isActive: false }))
    const inUse = activeByOrder(all, now)
    return all.map((one) => ({ ...one, isActive: one === inUse }))
  }),
  candidate: span.map((one) => ({ ...one, thumbprint: 'NEW' })),
  again: fc.option(fc.nat(5)),
  mode: fc.constantFrom<RotationMode>('add', 'replace'),
  shuffle: fc.integer(),
})

describe('whatever the order of the uploads', () => {
  const check = (
    visit: (forecast: RotationForecast, truth: (moment: number) => string[]) => void,
  ) =>
    fc.assert(
      fc.property(situations, ({ uploaded, candidate: fresh, again, mode, shuffle }) => {
        const candidate = again === null ? fresh : (uploaded[again] ?? fresh)
        const others = uploaded.filter((one) => one.thumbprint !== candidate.thumbprint)
        const order = [...(mode === 'add' ? others : []), { ...candidate, isActive: false }]
        const present = rotate(uploaded, shuffle)
        visit(forecastRotation({ present, candidate, mode, now }), (moment) => {
          const inUse = activeByOrder(order, moment)
          return inUse ? [inUse.thumbprint ?? ''] : []
        })
      }),
      { numRuns: 2_000 },
    )

  test('the active certificate is among those foretold, and a gap is a gap', () => {
    check((forecast, truth) => {
      const wrong = Array.from({ length: 90 }, (_, second) => now + second).filter((moment) => {
        const phase = forecast.phases.find(({ from, until }) => from <= moment && moment < until)
        const foretold = phase?.thumbprints ?? []
        const isTrue = truth(moment).every((thumbprint) => foretold.includes(thumbprint))
        return !isTrue || (foretold.length === 0) !== (truth(moment).length === 0)
      })
      expect(wrong).toEqual([])
    })
  })

  test('the phases follow one another without overlap, and no two neighbours are alike', () => {
    check(({ phases }) => {
      phases.forEach((phase, index) => {
        const before = phases[index - 1]
        expect(phase.from).toBe(before?.until ?? now)
        expect(phase.until).toBeGreaterThan(phase.from)
        expect(phase.thumbprints.join()).not.toBe(before?.thumbprints.join())
      })
    })
  })
})

const rotate = <Item>(items: readonly Item[], by: number): Item[] => {
  const start = items.length === 0 ? 0 : Math.abs(by) % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}
