/** The tests that mutants are shown: those beside the code, which take seconds and not minutes. */
import { mergeConfig } from 'vitest/config'
import usual from './vitest.config'

export default mergeConfig(usual, {
  test: { exclude: ['{components,emulator,scripts,e2e}/**'] },
})
