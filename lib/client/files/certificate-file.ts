/**
 * Opening and converting certificate files beside the page. Each call has a thread of its own, with
 * code that is fetched for it and memory that goes with it.
 */
import type { Conversion } from '@/lib/domain/pkcs12/convert-pkcs12'
import type { Inspection } from '@/lib/domain/pkcs12/inspect-pkcs12'

export type CertificateFile = {
  readonly bytes: Uint8Array
  readonly password: string
  /** Which certificate is meant, of a file with several (upper-case hexadecimal SHA-1). */
  readonly thumbprint?: string | undefined
}

export type CertificateFileTask = CertificateFile & { readonly kind: 'inspect' | 'convert' }

/** There is no answer: the thread's code did not arrive, or the caller gave up. */
class CertificateFileError extends Error {}

/** The contents of the file; rejects with `CertificateFileError`, also when `signal` gives it up. */
export const inspectFile = (file: CertificateFile, signal?: AbortSignal): Promise<Inspection> =>
  inThread<Inspection>({ ...file, kind: 'inspect' }, signal)

/** The file in the form that the service accepts; rejects as `inspectFile` does. */
export const convertFile = (file: CertificateFile, signal?: AbortSignal): Promise<Conversion> =>
  inThread<Conversion>({ ...file, kind: 'convert' }, signal)

function inThread<Result>(task: CertificateFileTask, signal?: AbortSignal): Promise<Result> {
  const worker = new Worker(new URL('./certificate-file.worker.ts', import.meta.url), {
    type: 'module',
  })
  const answer = new Promise<Result>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Result>) => {
      resolve(data)
    }
    worker.onerror = () => {
      reject(new CertificateFileError('The code for certificate files did not load.'))
    }
    signal?.addEventListener('abort', () => {
      reject(new CertificateFileError('The work was given up.'))
    })
  })
  worker.postMessage(task)
  return answer.finally(() => {
    worker.terminate()
  })
}
