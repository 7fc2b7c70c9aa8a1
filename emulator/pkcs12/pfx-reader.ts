// Opens PKCS#12 files away from the main thread, since a hostile one can keep a thread busy for ever.
import { Worker } from 'node:worker_threads'

export type PfxReading =
  | {
      kind: 'opened'
      /** SHA-1 of the DER certificate, upper-case hex. */
      thumbprint: string
      /** Epoch seconds. */
      notBefore: number
      /** Epoch seconds. */
      notAfter: number
    }
  | {
      kind:
        'wrong-password' | 'aes-refused' | 'malformed' | 'too-slow' | 'no-key' | 'no-certificate'
    }

/** Reads base64 text; never throws for what is in it. */
export type OpenPfx = (
  base64: string,
  password: string,
  options: { refuseAes: boolean },
) => Promise<PfxReading>

export type PfxReader = { open: OpenPfx; stop: () => Promise<void> }

/**
 * One worker, made when first needed, reads one file after the other. A file that takes longer than
 * the deadline ends the worker, and the next file gets a new one.
 */
export function createPfxReader(deadlineMs = 10_000): PfxReader {
  const state: { worker: Worker | null; last: Promise<unknown> } = {
    worker: null,
    last: Promise.resolve(),
  }
  const discardWorker = async () => {
    const { worker } = state
    state.worker = null
    await worker?.terminate()
  }
  const read = async (bytes: Uint8Array, password: string): Promise<PfxReading> => {
    state.worker ??= startWorker()
    const reading = await askWorker(state.worker, { bytes, password, deadlineMs })
    if (reading.kind === 'too-slow') await discardWorker()
    return reading
  }
  return {
    open: (base64, password, { refuseAes }) => {
      const bytes = decodeBase64(base64)
      if (!bytes) return Promise.resolve({ kind: 'malformed' })
      if (refuseAes && usesPbes2(bytes)) return Promise.resolve({ kind: 'aes-refused' })
      const reading = state.last.then(() => read(bytes, password))
      state.last = reading.catch(() => undefined)
      return reading
    },
    stop: discardWorker,
  }
}

/**
 * Whether any part of the file is encrypted by PBES2 (AES, in practice): its object identifier stands
 * outside the encryption. The service accepts TripleDES-SHA1 only.
 */
export function usesPbes2(bytes: Uint8Array): boolean {
  // 1.2.840.113549.1.5.13 in DER.
  const identifier = Buffer.from('06092a864886f70d01050d', 'hex')
  return Buffer.from(bytes).includes(identifier)
}

function decodeBase64(text: string): Uint8Array | null {
  const isBase64 = text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text)
  return isBase64 ? Buffer.from(text, 'base64') : null
}

function startWorker(): Worker {
  // Plain JavaScript, so that it starts alike under tsx, under the test runner and in an image.
  const worker = new Worker(new URL('./pfx-worker.mjs', import.meta.url))
  worker.unref()
  return worker
}

type Job = { bytes: Uint8Array; password: string; deadlineMs: number }

function askWorker(worker: Worker, { bytes, password, deadlineMs }: Job): Promise<PfxReading> {
  return new Promise((resolve) => {
    const settle = (reading: PfxReading) => {
      clearTimeout(deadline)
      worker.off('message', settle)
      worker.off('error', giveUp)
      resolve(reading)
    }
    const giveUp = () => settle({ kind: 'too-slow' })
    const deadline = setTimeout(giveUp, deadlineMs)
    worker.once('message', settle)
    worker.once('error', giveUp)
    worker.postMessage({ bytes, password })
  })
}
