/**
 * A connector as one row of the grid. Its texts are made when they are first needed: of thousands of
 * rows few are in sight, and most are never searched.
 */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useDisplayName } from '../../shell/basics/use-display-name'
import { useCertificateText } from '../../certificates/use-certificate-text'
import { useNowSeconds } from '@/components/shell/time/use-now-seconds'
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  type Authentication,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { certificateState, type CertificateState } from '@/lib/domain/certificate-state'
import { endpointText } from '@/lib/domain/endpoint-url'
import type { UsageIndex } from '@/lib/domain/user-flows/connector-usage'

type AuthenticationKind = 'basic' | 'certificate' | 'unknown'

type Words = {
  readonly name: (displayName: string) => string
  readonly authentication: (kind: AuthenticationKind) => string
  readonly certificate: (state: CertificateState) => string
  /** Epoch seconds. */
  readonly now: number
  readonly usages: UsageIndex
}

export class ConnectorRow {
  readonly id: string
  readonly name: string
  readonly #connector: Connector
  readonly #words: Words
  #endpoint: string | undefined
  #state: CertificateState | undefined
  #certificate: string | undefined
  #haystack: string | undefined

  constructor(connector: Connector, words: Words) {
    this.id = connector.id
    this.name = words.name(connector.displayName)
    this.#connector = connector
    this.#words = words
  }

  get endpoint(): string {
    return (this.#endpoint ??= endpointText(this.#connector.targetUrl))
  }

  get authentication(): string {
    return this.#words.authentication(
      authenticationKind(this.#connector.authenticationConfiguration),
    )
  }

  get state(): CertificateState {
    const { authenticationConfiguration } = this.#connector
    return (this.#state ??= certificateState(authenticationConfiguration, this.#words.now))
  }

  get certificate(): string {
    return (this.#certificate ??= this.#words.certificate(this.state))
  }

  /** Everything the search looks at, in lower case. */
  get haystack(): string {
    return (this.#haystack ??= this.#searched().join('\n').toLocaleLowerCase())
  }

  #searched(): string[] {
    const flows = this.#words.usages.places.get(this.id) ?? []
    const flowIds = flows.map(({ flowId }) => flowId)
    return [this.id, this.name, this.endpoint, this.authentication, this.certificate, ...flowIds]
  }
}

/** The rows; `usages` tells by which flows they are found. */
export function useConnectorRows(
  connectors: readonly Connector[],
  usages: UsageIndex,
): ConnectorRow[] {
  const t = useTranslations('connectors')
  const name = useDisplayName()
  const certificate = useCertificateText()
  const now = useNowSeconds()
  return useMemo(() => {
    const words: Words = {
      name,
      authentication: (kind) => t(`authentication.${kind}`),
      certificate,
      now,
      usages,
    }
    return connectors.map((connector) => new ConnectorRow(connector, words))
  }, [connectors, usages, now, t, name, certificate])
}

function authenticationKind(authentication: Authentication): AuthenticationKind {
  switch (authentication['@odata.type']) {
    case basicAuthenticationType:
      return 'basic'
    case clientCertificateAuthenticationType:
      return 'certificate'
    case 'unknown':
      return 'unknown'
  }
}
