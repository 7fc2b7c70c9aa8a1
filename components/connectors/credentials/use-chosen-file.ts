'use client'

import { useRef, useState } from 'react'
import { readFile, toBase64, type ChosenFile } from '@/lib/client/files/read-file'
import { maxPkcs12Bytes } from '@/lib/contract/limits'
import type { FileKind } from '@/lib/domain/pkcs12/sniff'
import type { CredentialForm } from './credential-form'

/** A file with why it is of no use, as far as that shows without its password. */
export type JudgedFile = ChosenFile & { readonly refusal: Exclude<FileKind, 'pkcs12'> | null }

/** The file of a form's file field. A file that is of no use counts as none. */
export function useChosenFile(form: CredentialForm) {
  const [file, setFile] = useState<JudgedFile | null>(null)
  const latest = useRef<Promise<void>>(Promise.resolve())

  const keep = (judged: JudgedFile | null) => {
    const isUsable = judged !== null && judged.refusal === null
    setFile(judged)
    form.setValue('pkcs12Value', isUsable ? toBase64(judged.bytes) : '', {
      shouldDirty: true,
      shouldTouch: true,
      shouldValidate: isUsable,
    })
  }
  /** Of two files chosen in haste the second one stays, whichever is read first. */
  const choose = (chosen: File | undefined): Promise<void> => {
    const reading = (chosen ? judge(chosen) : Promise.resolve(null)).then((judged) => {
      if (latest.current === reading) keep(judged)
    })
    latest.current = reading
    return reading
  }
  /** Puts this file in place of the chosen one. */
  const take = (judged: JudgedFile | null) => {
    latest.current = Promise.resolve()
    keep(judged)
  }
  return { file, choose, take, settled: () => latest.current }
}

async function judge(chosen: File): Promise<JudgedFile> {
  const [{ sniff }, file] = await Promise.all([
    import('@/lib/domain/pkcs12/sniff'),
    readFile(chosen, maxPkcs12Bytes),
  ])
  const kind = sniff(file.bytes)
  return { ...file, refusal: kind === 'pkcs12' ? null : kind }
}
