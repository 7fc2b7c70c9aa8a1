/** A part of what `npm run chaos` plays; `vitest.config.ts` says how much, and from which seed. */
import PQueue from 'p-queue'
import { expect, inject, test } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { makePfx } from '@/emulator/testing/make-pfx'
import { chaosRuns, playRun, type Certificate } from '../support/chaos'
import { emulatedPortal } from '../support/emulated-portal'
import { pfxWish, uploadOf } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const { count, seed } = inject('chaos')

/** Most of a run is waiting. */
const atOnce = 16

test(
  `${count} runs under random faults lose nothing and double nothing (seed ${seed})`,
  async () => {
    const certificates = ['one', 'two'].map((subject): Certificate => {
      const made = makePfx({ ...pfxWish, subject })
      return { thumbprint: made.thumbprint, upload: uploadOf(made) }
    })
    const queue = new PQueue({ concurrency: atOnce })
    const played = await queue.addAll(
      chaosRuns(count, seed).map((steps, index) => async () => {
        const world = await portal.openWorld(`chaos-${index}`)
        // Half of the time the list shows a new connector a little later only.
        await world.settings({ connectorLimit: null, listLagMs: index % 2 === 0 ? 0 : 700 })
        return playRun(world, steps, certificates).catch((cause: unknown) => {
          throw new Error(`Run ${index} of seed ${seed}: ${JSON.stringify(steps)}`, { cause })
        })
      }),
    )

    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    expect(sum(played.map(({ writes }) => writes))).toBeGreaterThan(count)
  },
  30_000 + count * 2_000,
)
