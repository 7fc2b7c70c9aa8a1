/** The thread in which certificate files are opened: it computes for up to a second, without a pause. */
import { convertPkcs12 } from '@/lib/domain/pkcs12/convert-pkcs12'
import { inspectPkcs12 } from '@/lib/domain/pkcs12/inspect-pkcs12'
import type { CertificateFileTask } from './certificate-file'

const work = { inspect: inspectPkcs12, convert: convertPkcs12 }

addEventListener('message', ({ data }: MessageEvent<CertificateFileTask>) => {
  const { kind, bytes, password, thumbprint } = data
  void work[kind](bytes, password, thumbprint === undefined ? {} : { thumbprint }).then(
    (result) => {
      postMessage(result)
    },
  )
})
