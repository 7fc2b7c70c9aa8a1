'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { readFile, toBase64 } from '@/lib/client/read-file'
import { maxPkcs12Bytes } from '@/lib/contract/limits'
import { pkcs12MessageKey } from '@/lib/domain/pkcs12/pkcs12-message-key'
import type { ConnectorForm } from './use-connector-form'

export type CertificateChoice = {
  readonly name: string
  readonly sizeBytes: number
  readonly bytes: Uint8Array
  /** Why the file is of no use, in a sentence; null when it looks like a certificate file. */
  readonly problem: string | null
  /** True when the service is known to refuse its encryption. */
  readonly isAes: boolean
}

/**
 * The file of a certificate form. It is judged in the browser: its kind when it is chosen, its
 * password before anything is sent. The code for that is fetched with the first file.
 */
export function useCertificateChoice(form: ConnectorForm) {
  const t = useTranslations('pkcs12')
  const [choice, setChoice] = useState<CertificateChoice | null>(null)

  const choose = async (file: File | undefined) => {
    const chosen = file ? await judge(file) : null
    setChoice(chosen && { ...chosen, problem: chosen.kind && t(pkcs12MessageKey[chosen.kind]) })
    const isUsable = chosen !== null && chosen.kind === null
    form.setValue('pkcs12Value', isUsable ? toBase64(chosen.bytes) : '', {
      shouldDirty: true,
      shouldTouch: true,
      shouldValidate: isUsable,
    })
  }

  /** True when the file opens with the password that was entered; otherwise the form says why. */
  const opens = async (): Promise<boolean> => {
    if (!choice) return false
    const { checkPkcs12 } = await import('@/lib/domain/pkcs12/check-pkcs12')
    const check = await checkPkcs12(choice.bytes, form.getValues('certificatePassword'))
    if (check.ok) return true
    const field = check.kind === 'wrong-password' ? 'certificatePassword' : 'pkcs12Value'
    form.setError(field, { message: t(pkcs12MessageKey[check.kind]) }, { shouldFocus: true })
    return false
  }
  return { choice, choose, opens }
}

async function judge(file: File) {
  const [{ sniff }, { fileEncryption }] = await Promise.all([
    import('@/lib/domain/pkcs12/sniff'),
    import('@/lib/domain/pkcs12/file-encryption'),
  ])
  const chosen = await readFile(file, maxPkcs12Bytes)
  const kind = sniff(chosen.bytes)
  return {
    ...chosen,
    kind: kind === 'pkcs12' ? null : kind,
    isAes: kind === 'pkcs12' && fileEncryption(chosen.bytes) === 'aes',
  }
}
