import { expect, test } from 'vitest'
import { certificateFileName } from './certificate-file-name'

const end = Date.UTC(2028, 10, 27, 23, 59) / 1000

test.each([
  ['Approval (external)', 'Approval-external-until-2028-11-27'],
  ['Prüfung – Größe', 'Prüfung-Größe-until-2028-11-27'],
  ['../../etc/passwd', 'etc-passwd-until-2028-11-27'],
  ['  ', 'certificate-until-2028-11-27'],
  ['', 'certificate-until-2028-11-27'],
  ['a'.repeat(300), `${'a'.repeat(60)}-until-2028-11-27`],
])('%s', (name, expected) => {
  expect(certificateFileName(name, end)).toBe(expected)
})
