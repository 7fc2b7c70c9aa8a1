'use client'

import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { CertificateFile } from '@/lib/client/files/certificate-file'
import type { MadeCertificate } from '@/lib/client/files/make-certificate'
import { toBase64 } from '@/lib/client/files/read-file'
import type { CertificateUpload } from '@/lib/contract/authentication'
import type { Pkcs12Failure } from '@/lib/domain/pkcs12/failure'
import type { InspectedPkcs12 } from '@/lib/domain/pkcs12/inspect-pkcs12'
import { certificateWarnings } from '@/lib/domain/pkcs12/certificate-warnings'
import {
  certificateWarningMessageKey,
  pkcs12MessageKey,
} from '@/lib/domain/pkcs12/pkcs12-message-key'
import { readNow, useCertificateReading, type CertificateReading } from './use-certificate-reading'
import { useMaking } from './use-making'
import { useChosenFile } from './use-chosen-file'
import type { CredentialForm } from './credential-form'

export type CertificateChoice = ReturnType<typeof useCertificateChoice>

/** The upload, and the contents of its file. */
export type PreparedUpload = {
  readonly body: CertificateUpload
  readonly inspection: InspectedPkcs12
  readonly isConverted: boolean
}

/**
 * The file of a certificate form: judged in the browser, its kind when it is chosen, the rest once
 * its password opens it. A file that no service has to accept need not be converted (`mayConvert`).
 */
export function useCertificateChoice(form: CredentialForm, { mayConvert = true } = {}) {
  const { file, choose, take, settled } = useChosenFile(form)
  const making = useMaking()
  const [thumbprint, setThumbprint] = useState<string>()
  const [isConversionWanted, setIsConversionWanted] = useState(mayConvert)
  const password = useWatch({ control: form.control, name: 'certificatePassword' })
  const reading = useCertificateReading(file, { password, thumbprint })
  const complain = useComplaint(form)
  const lock = useLockNotice(form, { reading, password })
  const isUsable = useUsefulness(form)

  /** Null when the file cannot be used as it is, and then the form says why. */
  const prepare = async (): Promise<PreparedUpload | null> => {
    if (!file) return null
    const source = {
      bytes: file.bytes,
      password: form.getValues('certificatePassword'),
      thumbprint,
    }
    const opened = await readNow(source)
    if (opened.state !== 'read') return complain(opened)
    const { inspection } = opened
    if (!isUsable(inspection)) return null
    const isConverted =
      thumbprint !== undefined || (isConversionWanted && needsConversion(inspection))
    const packed = isConverted
      ? await convert(source)
      : { state: 'packed' as const, pfx: file.bytes }
    if (packed.state !== 'packed') return complain(packed)
    const body = { pkcs12Value: toBase64(packed.pfx), password: source.password }
    return { body, inspection, isConverted }
  }
  return {
    file,
    making,
    choose: (chosen: File | undefined) => {
      setThumbprint(undefined)
      return choose(chosen)
    },
    /** Takes a file that was not chosen but made here; null takes it away. */
    takeMade: (made: MadeCertificate | null) => {
      setThumbprint(undefined)
      making.take(made)
      form.setValue('certificatePassword', made?.password ?? '')
      take(made && { name: '', sizeBytes: made.pfx.length, bytes: made.pfx, refusal: null })
    },
    /** Resolves when the file that was chosen last has been looked at. */
    settled,
    reading,
    /** The person has left the field of the password. */
    leavePassword: lock.leave,
    thumbprint,
    setThumbprint,
    mayConvert,
    isConversionWanted,
    setIsConversionWanted,
    prepare,
  }
}

type Packed = { readonly state: 'packed'; readonly pfx: Uint8Array }

async function convert(source: CertificateFile): Promise<Packed | UnusableReading> {
  const { convertFile } = await import('@/lib/client/files/certificate-file')
  const converted = await convertFile(source).catch(() => null)
  if (!converted) return { state: 'unavailable' }
  if (!converted.ok) return { state: 'refused', kind: converted.kind }
  return { state: 'packed', pfx: converted.pfx }
}

/** Files that are encrypted with TripleDES-SHA1 already go as they are, byte for byte. */
export const needsConversion = ({ protection, trailingBytes }: InspectedPkcs12): boolean =>
  protection.encryption !== 'tripleDes' || trailingBytes > 0

/** False for a certificate that the service could do nothing with, and then the form says so. */
function useUsefulness(form: CredentialForm) {
  const t = useTranslations('pkcs12')
  return (inspection: InspectedPkcs12): boolean => {
    const warnings = certificateWarnings(inspection, Math.floor(Date.now() / 1000))
    const blocking = warnings.find(({ level }) => level === 'blocking')
    if (blocking) {
      const message = t(certificateWarningMessageKey[blocking.kind])
      form.setError('pkcs12Value', { message }, { shouldFocus: true })
    }
    return !blocking
  }
}

/** Says that the password does not fit once the person has left its field, not while they type. */
function useLockNotice(
  form: CredentialForm,
  { reading, password }: { readonly reading: CertificateReading; readonly password: string },
) {
  const t = useTranslations('pkcs12')
  const [leftWith, setLeftWith] = useState('')
  const { setError, clearErrors } = form
  const isWrong = reading.state === 'locked' && password !== '' && leftWith === password
  useEffect(() => {
    if (!isWrong) return undefined
    setError('certificatePassword', { type: 'locked', message: t('wrongPassword') })
    return () => clearErrors('certificatePassword')
  }, [isWrong, setError, clearErrors, t])
  return { leave: () => setLeftWith(password) }
}

/** Puts why a file does not open beside the field that can mend it. */
function useComplaint(form: CredentialForm) {
  const t = useTranslations('pkcs12')
  const file = useTranslations('connectorWork.file')
  return (reading: UnusableReading): null => {
    const field = reading.state === 'locked' ? 'certificatePassword' : 'pkcs12Value'
    const kind = failureOf(reading)
    const message = kind ? t(pkcs12MessageKey[kind]) : file('unavailable')
    form.setError(field, { message }, { shouldFocus: true })
    return null
  }
}

type UnusableReading = Exclude<CertificateReading, { state: 'read' }>

function failureOf(reading: UnusableReading): Pkcs12Failure | null {
  switch (reading.state) {
    case 'locked':
      return 'wrong-password'
    case 'several':
      return 'multiple-keys'
    case 'refused':
      return reading.kind
    case 'nothing':
    case 'reading':
    case 'unavailable':
      return null
  }
}
