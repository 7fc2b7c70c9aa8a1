// Short ways to write down what a seed holds.
import { createHash } from 'node:crypto'
import { sha256Hex } from '../basics/checks'
import type {
  FlowKind,
  Step,
  StoredAuthentication,
  StoredCertificate,
  StoredUserFlow,
} from '../state/stored'

/** Days from the moment of the reset; negative ones have passed. */
export type ValidDays = { from: number; to: number }

const daySeconds = 86_400

export function basic(username: string, password: string): StoredAuthentication {
  return { kind: 'basic', username, passwordSha256: sha256Hex(password) }
}

/** Certificates in upload order. There is no file behind them; the thumbprint follows from the name. */
export function certificates(
  nowSeconds: number,
  ...uploads: ({ name: string } & ValidDays)[]
): StoredAuthentication {
  const uploadOrder = uploads.map(({ name, from, to }): StoredCertificate => ({
    thumbprint: createHash('sha1').update(name).digest('hex').toUpperCase(),
    notBefore: nowSeconds + from * daySeconds,
    notAfter: nowSeconds + to * daySeconds,
    pkcs12ValueSha256: null,
    passwordSha256: null,
  }))
  return { kind: 'certificates', uploadOrder }
}

/** A sign-up and sign-in flow; Graph: B2X flows have this type and version 1 only. */
export function userFlow(
  kind: FlowKind,
  id: string,
  attached: Partial<Record<Step, string>> = {},
): StoredUserFlow {
  return {
    id,
    kind,
    userFlowType: 'signUpOrSignIn',
    userFlowTypeVersion: kind === 'b2xUserFlows' ? 1 : 3,
    steps: {
      postFederationSignup: null,
      postAttributeCollection: null,
      preTokenIssuance: null,
      ...attached,
    },
  }
}
