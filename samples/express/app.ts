// The endpoint of an API connector with Express.
import type { X509Certificate } from 'node:crypto'
import { TLSSocket } from 'node:tls'
import express, { type ErrorRequestHandler, type Express, type Request } from 'express'
import { answer, notJson, notKnown } from '../connector-endpoint/answer'
import {
  isKnown,
  readForwardedCertificate,
  type Settings,
} from '../connector-endpoint/known-caller'

export type Options = {
  readonly settings: Settings
  /**
   * True behind Azure App Service with client certificates switched on, and nowhere else: it takes
   * TLS off and tells of the certificate in a header, which elsewhere anybody could write.
   */
  readonly isBehindAppService: boolean
}

export function createApp({ settings, isBehindAppService }: Options): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((request, response, next) => {
    const certificate = isBehindAppService
      ? readForwardedCertificate(request.get('x-arr-clientcert'))
      : certificateOfConnection(request)
    if (isKnown({ authorization: request.get('authorization'), certificate }, settings)) next()
    else response.status(notKnown.status).json(notKnown.body)
  })
  app.post('/sign-up', express.json({ limit: '64kb' }), (request: Request, response) => {
    const { status, body } = answer(request.body)
    response.status(status).json(body)
  })
  app.use(refuseBody)
  return app
}

function certificateOfConnection({ socket }: Request): X509Certificate | undefined {
  return socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
}

/** Express knows an error handler by its four parameters. */
// eslint-disable-next-line max-params -- see above
const refuseBody: ErrorRequestHandler = (_error, _request, response, next) => {
  if (response.headersSent) next()
  else response.status(notJson.status).json(notJson.body)
}
