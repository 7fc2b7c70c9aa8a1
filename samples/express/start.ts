// Starts the endpoint: with TLS of its own, or without behind Azure App Service.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { readSettings } from '../connector-endpoint/known-caller'
import { createApp } from './app'

const { PORT = '8443', TLS_CERT_FILE, TLS_KEY_FILE, BEHIND_APP_SERVICE } = process.env
const isBehindAppService = BEHIND_APP_SERVICE === 'true'
const app = createApp({ settings: readSettings(process.env), isBehindAppService })

if (isBehindAppService) {
  app.listen(Number(PORT))
} else {
  if (!TLS_CERT_FILE || !TLS_KEY_FILE) throw new Error('Set TLS_CERT_FILE and TLS_KEY_FILE.')
  createServer(
    {
      cert: readFileSync(TLS_CERT_FILE),
      key: readFileSync(TLS_KEY_FILE),
      minVersion: 'TLSv1.2',
      // Asks for a certificate and takes any: the app knows it by its thumbprint.
      requestCert: true,
      rejectUnauthorized: false,
    },
    app,
  ).listen(Number(PORT))
}
