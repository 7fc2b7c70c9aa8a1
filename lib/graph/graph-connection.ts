/** The one pool of connections to Microsoft Graph. */
import { buildConnector, Pool } from 'undici'
import { processWide } from './basics/process-wide'

/** Far more than one administrator needs, far less than would tire Graph. */
const maxConnections = 32

/** A list of 10,000 connectors is about 5 MB. In bytes. */
export const maxAnswerBytes = 16 * 1024 * 1024

const connectTimeoutMs = 3_000

/**
 * No connection was made, so nothing can have been sent: DNS, TCP, TLS or a certificate. Undici's own
 * errors do not always tell this from a connection that was lost later.
 */
export class ConnectionFailure extends Error {
  /** The other side's certificate does not hold: another attempt would find the same. */
  readonly isAboutCertificate: boolean

  constructor(cause: Error) {
    super('No connection', { cause })
    this.name = 'ConnectionFailure'
    this.isAboutCertificate = 'code' in cause && certificateCode.test(String(cause.code))
  }
}

/** Node's codes for a certificate that was refused (Node: X509 certificate error codes, TLS). */
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|^ERR_TLS_/

/** The pool for an origin, made at its first use and kept for the life of the process. */
export function connectionsTo(origin: string): Pool {
  return processWide(`connections to ${origin}`, () => createPool(origin))
}

/** A connection for one request, which nothing that went wrong before can have touched. */
export function newConnectionTo(origin: string): Pool {
  const pool = createPool(origin)
  pool.once('connect', () => void pool.close())
  return pool
}

function createPool(origin: string): Pool {
  return new Pool(origin, {
    connect: createConnector(),
    connections: maxConnections,
    maxResponseSize: maxAnswerBytes,
    keepAliveTimeout: 30_000,
  })
}

function createConnector(): buildConnector.connector {
  const connector = buildConnector({
    timeout: connectTimeoutMs,
    // Said outright, so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off.
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
  })
  return (options, callback) => {
    connector(options, (...[error, socket]) => {
      if (error) callback(new ConnectionFailure(error), null)
      else callback(null, socket)
    })
  }
}
