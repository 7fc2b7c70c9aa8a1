/** A failure whose sentence is all a person needs: shown without a stack. */
export class Refusal extends Error {}

/** @param {() => Promise<void> | void} program */
export async function main(program) {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  // Each tool has its own idea of it, and a leftover one would spoil builds and installations.
  Reflect.deleteProperty(process.env, 'NODE_ENV')
  try {
    await program()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exit(1)
  }
}
