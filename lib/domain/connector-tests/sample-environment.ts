/** The environment variables of a sample endpoint for a connector. */
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  isReadable,
  type Authentication,
} from '@/lib/contract/authentication'
import { certificatePhase } from '../certificate-state'

export type SampleEnvironment = {
  readonly kind: 'basic' | 'certificate'
  readonly variables: readonly (readonly [name: string, value: string])[]
}

/**
 * Of the certificates all that are valid or will be: the API must accept the next one before it is
 * active. Null for a kind of authentication that the samples do not know.
 * @param now epoch seconds
 */
export function sampleEnvironment(
  authentication: Authentication,
  now: number,
): SampleEnvironment | null {
  switch (authentication['@odata.type']) {
    case basicAuthenticationType:
      return {
        kind: 'basic',
        variables: [
          ['CONNECTOR_USERNAME', authentication.username ?? ''],
          ['CONNECTOR_PASSWORD', ''],
        ],
      }
    case clientCertificateAuthenticationType: {
      const thumbprints = authentication.certificateList
        .filter((listed) => !isReadable(listed) || certificatePhase(listed, now) !== 'expired')
        .flatMap(({ thumbprint }) => thumbprint ?? [])
      return {
        kind: 'certificate',
        variables: [['CONNECTOR_THUMBPRINTS', thumbprints.join(',')]],
      }
    }
    case 'unknown':
      return null
  }
}

/** One `NAME=value` a line, as `.env` files and the settings of Azure App Service take it. */
export const environmentText = ({ variables }: SampleEnvironment): string =>
  variables.map(([name, value]) => `${name}=${value}`).join('\n')
