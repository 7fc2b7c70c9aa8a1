import { expect, test } from 'vitest'
import { escapeControls } from './escape-controls'

test('what a terminal would take for commands is spelt out, and the value stays', () => {
  const value = { name: 'a\u009b2J\u007f é 🔑' }
  const escaped = escapeControls(JSON.stringify(value))

  expect(escaped).not.toMatch(/[\u007f-\u009f]/)
  expect(escaped).toContain('é 🔑')
  expect(JSON.parse(escaped)).toEqual(value)
})
