/** The emulator that the portal under test is set up for, and the tenant it shows to a browser. */
import { wantedPorts } from '../../scripts/lib/ports.mjs'

export const emulatorUrl = `http://localhost:${wantedPorts().EMULATOR_PORT}`

/** In a browser that has it, the emulator's sign-in gives tokens of this world. */
export const worldCookie = (world: string) => ({
  name: 'emulator-world',
  value: world,
  url: emulatorUrl,
})
