/**
 * Opens certificate files away from the main thread, which a hostile one could keep busy: each on a
 * thread of its own, whose memory goes with it, a few at a time and each within its deadline.
 */
import 'server-only'
import { Worker } from 'node:worker_threads'
import type { CertificateWarningKind } from '@/lib/domain/pkcs12/certificate-warnings'
import type { Pkcs12Failure } from '@/lib/domain/pkcs12/failure'

export type CertificateFile = { readonly bytes: Uint8Array; readonly password: string }

export type CertificateFault = Pkcs12Failure | CertificateWarningKind

export type CertificateVerdict =
  /** With the certificate's SHA-1 in upper-case hexadecimal, as Graph shows it. */
  | { readonly kind: 'usable'; readonly thumbprint: string }
  | { readonly kind: 'refused'; readonly fault: CertificateFault }

export type NotJudged =
  /** Too many files are waiting already. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'too-slow' }
  /** The thread ended without a verdict, which no file should be able to do. */
  | { readonly kind: 'failed'; readonly cause: unknown }

/** Never rejects for what is in the file. */
export type FileGuard<Verdict> = (file: CertificateFile) => Promise<Verdict | NotJudged>

export type CertificateGuard = FileGuard<CertificateVerdict>

type GuardLimits = {
  /** From the start of the thread on; waiting for it does not count. */
  readonly deadlineMs: number
  readonly maxThreads: number
  readonly maxWaiting: number
}

/** The iteration limits of `openPkcs12` end an honest machine's work long before the deadline. */
const usualLimits: GuardLimits = { deadlineMs: 5_000, maxThreads: 2, maxWaiting: 4 }

/** A thread takes one file as its message and answers with a `CertificateVerdict`. */
export const createCertificateGuard = (
  startThread: () => Worker = startCertificateThread,
  limits: Partial<GuardLimits> = {},
): CertificateGuard => createFileGuard<CertificateVerdict>(startThread, limits)

/** A thread takes one file as its message and answers with a `Verdict`. */
export function createFileGuard<Verdict>(
  startThread: () => Worker,
  limits: Partial<GuardLimits> = {},
): FileGuard<Verdict> {
  const { deadlineMs, maxThreads, maxWaiting } = { ...usualLimits, ...limits }
  const waiting: (() => void)[] = []
  let free = maxThreads
  const turn = async () => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const passOn = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return async (file) => {
    if (free === 0 && waiting.length >= maxWaiting) return { kind: 'busy' }
    await turn()
    const judgement = async () => judgeOn<Verdict>(startThread(), file, deadlineMs)
    return judgement().finally(passOn)
  }
}

/** The thread of the portal. Its address is written as the bundler needs it to find the file. */
export const startCertificateThread = (): Worker =>
  new Worker(new URL('./certificate-guard.worker.ts', import.meta.url))

/** The thread has ended when this resolves, so that no more of them run than are counted. */
async function judgeOn<Verdict>(
  thread: Worker,
  file: CertificateFile,
  deadlineMs: number,
): Promise<Verdict | NotJudged> {
  let deadline: NodeJS.Timeout | undefined
  const judged = new Promise<Verdict | NotJudged>((resolve) => {
    deadline = setTimeout(() => resolve({ kind: 'too-slow' }), deadlineMs)
    thread.once('message', resolve)
    thread.once('error', (cause) => resolve({ kind: 'failed', cause }))
    thread.once('exit', () => resolve({ kind: 'failed', cause: 'exit' }))
    thread.postMessage(file)
  })
  const answer = await judged
  clearTimeout(deadline)
  await thread.terminate()
  return answer
}
