/**
 * What the operator chose, read from the environment once, when the first request needs it. A wrong
 * value is no exception: the portal starts all the same and says what is missing.
 */
import 'server-only'
import type { GraphVersion } from '@/lib/contract/identifiers'
import type { PortalSettings, SignInSettings } from '@/lib/contract/settings'
import type { ServerMessages } from '@/lib/messages/catalogue'
import { targetDigest } from '@/lib/domain/target-digest'
import type { Locale } from '@/lib/messages/locale'
import { translator } from '@/lib/messages/translator'
import { clouds, type CloudName } from './clouds'
import {
  parseBasics,
  parseEnvironment,
  withoutEmpty,
  type Environment,
  type LogLevel,
  type Variables,
} from './environment'
import { securityTextOf } from './security-text'
import { signInOrigin, signInSettings } from './sign-in'

type Basics = {
  /** The public origin of the portal, without a slash at the end. */
  readonly portalOrigin: string
  readonly logLevel: LogLevel
  readonly isDevelopment: boolean
  /** The language of what people read. */
  readonly locale: Locale
  /** A `mailto:` or `https:` address for reports of weaknesses; null if there is none. */
  readonly securityContact: string | null
}

export type ConfigurationProblem = {
  /** The environment variable at fault. */
  readonly variable: string
  /** The next step for the operator. It never repeats the value. */
  readonly message: string
}

export type ReadyConfiguration = Basics & {
  readonly kind: 'ready'
  readonly cloud: CloudName
  readonly tenantId: string
  /** The origin of Microsoft Graph, or of the emulator. */
  readonly graphRoot: string
  readonly graphVersion: GraphVersion
  readonly signIn: SignInSettings
  readonly signInOrigin: string
  readonly isDemo: boolean
  /** The digests that pages get of `connectorTests.allowedHosts`. */
  readonly localTargetDigests: readonly string[]
  /** How many proxies before the portal add to `X-Forwarded-For`, each its own caller. */
  readonly trustedProxies: number
  readonly connectorTests: {
    /** Exact `host:port` pairs, in lower case, that may be called although they are not public. */
    readonly allowedHosts: readonly string[]
    readonly allowedPorts: readonly number[]
    /** When there are any, only they may be called; `*.` stands for the names below a name. */
    readonly onlyHosts: readonly string[]
    /** Written alike; never called. */
    readonly blockedHosts: readonly string[]
    /** Ranges of addresses that are never called, as `address/bits`. */
    readonly blockedRanges: readonly string[]
  }
}

export type IncompleteConfiguration = Basics & {
  readonly kind: 'incomplete'
  readonly problems: readonly ConfigurationProblem[]
}

export type Configuration = ReadyConfiguration | IncompleteConfiguration

/** Reads a configuration from variables such as those of `process.env`. */
export function readConfiguration(variables: Variables): Configuration {
  const filled = withoutEmpty(variables)
  const basics = readBasics(filled)
  const environment = parseEnvironment(filled)
  return environment.success
    ? { kind: 'ready', ...basics, ...derive(environment.data) }
    : { kind: 'incomplete', ...basics, problems: toProblems(environment.error.issues) }
}

function readBasics(variables: Variables): Basics {
  const basics = parseBasics(variables)
  return {
    portalOrigin: basics.PORTAL_ORIGIN ?? `http://localhost:${basics.PORT}`,
    logLevel: basics.LOG_LEVEL,
    isDevelopment: basics.NODE_ENV === 'development',
    locale: basics.PORTAL_LOCALE,
    securityContact: basics.SECURITY_CONTACT ?? null,
  }
}

function derive(environment: Environment) {
  return {
    cloud: environment.AZURE_CLOUD,
    tenantId: environment.AZURE_TENANT_ID,
    graphRoot: environment.EMULATOR_URL ?? clouds[environment.AZURE_CLOUD].graphRoot,
    graphVersion: environment.GRAPH_VERSION,
    signIn: signInSettings(environment),
    signInOrigin: signInOrigin(environment),
    isDemo: environment.EMULATOR_URL !== undefined,
    localTargetDigests: environment.CONNECTOR_TEST_ALLOW.map(targetDigest),
    trustedProxies: environment.TRUSTED_PROXIES,
    connectorTests: {
      allowedHosts: environment.CONNECTOR_TEST_ALLOW,
      allowedPorts: environment.CONNECTOR_TEST_PORTS,
      onlyHosts: environment.CONNECTOR_TEST_HOSTS,
      blockedHosts: environment.CONNECTOR_TEST_BLOCK.hosts,
      blockedRanges: environment.CONNECTOR_TEST_BLOCK.ranges,
    },
  }
}

const translate = translator('api.configuration')

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** One line a variable: the first complaint is the one worth showing. */
function toProblems(issues: readonly Issue[]): readonly ConfigurationProblem[] {
  const firstOfEach = new Map(issues.map(toProblem).toReversed())
  return [...firstOfEach].map(([variable, message]) => ({ variable, message })).toReversed()
}

function toProblem({ path, message }: Issue): [variable: string, message: string] {
  // Every message in the schema is written through `says`, which admits keys of this subject only.
  const key = message as keyof ServerMessages['api']['configuration']
  return [String(path[0]), translate(key)]
}

let current: Configuration | undefined

/** The configuration of this process. */
export function configuration(): Configuration {
  current ??= readConfiguration(process.env)
  return current
}

/** The problems of the environment, a line a variable; empty when the portal can be used. */
export function configurationProblems(): readonly ConfigurationProblem[] {
  const now = configuration()
  return now.kind === 'incomplete' ? now.problems : []
}

/** The settings that the browser needs to sign in; null while the configuration is incomplete. */
export function portalSettings(): PortalSettings | null {
  const now = configuration()
  if (now.kind === 'incomplete') return null
  const { signIn, graphRoot, graphVersion, isDemo, localTargetDigests } = now
  return { signIn, graphRoot, graphVersion, isDemo, localTargetDigests }
}

/** `security.txt` as of now (epoch milliseconds); null unless the operator has named a contact. */
export function securityText(now: number): string | null {
  const { securityContact } = configuration()
  return securityContact && securityTextOf(securityContact, now)
}

/** The origins that the Content-Security-Policy of pages has to admit for sign-in. */
export function signInOrigins(): readonly string[] {
  const now = configuration()
  return now.kind === 'ready' ? [now.signInOrigin] : []
}
