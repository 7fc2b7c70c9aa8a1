import { expect, test } from 'vitest'
import { findActiveCertificate } from './certificate-activity'
import type { StoredCertificate } from '../state/stored'

function certificate(thumbprint: string, notBefore: number, notAfter: number): StoredCertificate {
  return { thumbprint, notBefore, notAfter, pkcs12ValueSha256: null, passwordSha256: null }
}

const early = certificate('early', 100, 200)
const late = certificate('late', 150, 300)
const far = certificate('far', 400, 500)

type Case = [string, StoredCertificate[], number, string | undefined]

const cases: Case[] = [
  ['nothing was uploaded', [], 150, undefined],
  ['the only one is valid', [early], 150, 'early'],
  ['it is the first second of its validity', [early], 100, 'early'],
  ['it is the last second of its validity', [early], 200, 'early'],
  ['it is not valid yet', [early], 99, undefined],
  ['it has run out', [early], 201, undefined],
  ['both are valid: the later upload', [early, late], 180, 'late'],
  ['both are valid: an old one uploaded again', [late, early], 180, 'early'],
  ['the later upload has not begun', [early, late], 120, 'early'],
  ['the later upload has run out', [late, early], 250, 'late'],
  ['between two windows', [early, far], 350, undefined],
  ['a staged one begins by itself', [early, far], 450, 'far'],
]

test.each(cases)('%s', (_name, uploadOrder, ...[now, active]) => {
  expect(findActiveCertificate(uploadOrder, now)?.thumbprint).toBe(active)
})
