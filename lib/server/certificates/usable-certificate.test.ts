import { expect, test } from 'vitest'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { requireUsableCertificate } from './usable-certificate'

const upload = { pkcs12Value: 'MIIB', password: 'canary' }

test('a usable file passes with its thumbprint, judged as it was sent', async () => {
  const judge = async (file: unknown) => {
    expect(file).toEqual({ bytes: Uint8Array.of(0x30, 0x82, 0x01), password: 'canary' })
    return { kind: 'usable', thumbprint: 'AB01' } as const
  }

  await expect(requireUsableCertificate(upload, '', judge)).resolves.toBe('AB01')
})

test.each([
  [{ kind: 'busy' }, 'busy'],
  [{ kind: 'too-slow' }, 'too-slow'],
  [{ kind: 'failed', cause: 'exit' }, 'exit'],
] as const)('%o is told as not checked, for another try', async (answer, cause) => {
  const refusal = await requireUsableCertificate(upload, '', async () => answer).catch(
    (error: unknown) => error,
  )

  expect(refusal).toBeInstanceOf(PortalError)
  expect(refusal).toMatchObject({ code: 'certificateNotChecked', status: 503, details: [], cause })
})
