// The endpoint of an API connector as an Azure Function.
import type { HttpRequest, HttpResponseInit } from '@azure/functions'
import { answer, notJson, notKnown, type Answer } from '../../connector-endpoint/answer'
import {
  isKnown,
  readForwardedCertificate,
  type Settings,
} from '../../connector-endpoint/known-caller'

/**
 * The platform ends the TLS connection and writes the client's certificate into a header. That is
 * worth something only while the app requires client certificates: else anybody can send the header.
 */
export const createSignUp =
  (settings: Settings) =>
  async (request: HttpRequest): Promise<HttpResponseInit> => {
    const caller = {
      authorization: request.headers.get('authorization') ?? undefined,
      certificate: readForwardedCertificate(request.headers.get('x-arr-clientcert')),
    }
    if (!isKnown(caller, settings)) return asResponse(notKnown)
    return asResponse(await request.json().then(answer, () => notJson))
  }

const asResponse = ({ status, body }: Answer): HttpResponseInit => ({ status, jsonBody: body })
