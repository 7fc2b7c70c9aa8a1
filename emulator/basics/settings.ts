// The behaviours of Graph that its documentation leaves open, each with the default we judge most likely.
import { isObject, isWholeNumber } from './checks'

export type Quota = { perApplicationPerMinute: number; perTenantPerMinute: number }

export type Settings = {
  accessTokenSeconds: number
  aesPfx: 'reject' | 'accept'
  certificateOrder: 'upload' | 'newest-first'
  connectorLimit: number | null
  /** Entra's pages isolate themselves from the window that has opened them. */
  crossOriginOpenerPolicy: boolean
  deleteInUse: 'allow-and-clear' | 'reject-409'
  duplicateThumbprint: 'accept' | 'reject'
  emptyStep: 'null' | 'absent'
  expiredPfx: 'accept' | 'reject'
  /** The answer of an external tenant about API connectors and user flows; nobody has written it down. */
  externalTenant: 'feature-403' | 'empty-200' | 'missing-404'
  filter: 'support' | 'ignore' | 'reject'
  flowConfigurationRead: 'documented' | 'read-all'
  httpTarget: 'reject' | 'accept'
  idFormat: 'guid' | 'RestApi'
  latencyMs: number
  listLagMs: number
  maskAsPassword: 'store' | 'reject'
  /** The status with which a tenant without B2C user flows refuses to list them; both were seen. */
  otherKind: 403 | 400
  pageSize: number | null
  passwordOnRead: 'mask' | 'absent' | 'null'
  patchAnswer: '204' | '200-entity'
  retryAfter: boolean
  /** Entra's words for refusing everybody's sign-in: `AADSTS50105: …`. */
  signInRefusal: string | null
  /** Whether Entra answers a sign-in without a page (`prompt=none`), or leaves the frame waiting. */
  silentSignIn: 'answer' | 'never'
  throttling: Quota | null
  uploadOnBasic: 'reject-400' | 'convert'
  v1Available: boolean
}

/** Graph: 200 requests a minute for an app in a tenant, 300 for a tenant, over the identity resources. */
export const documentedQuota: Quota = { perApplicationPerMinute: 200, perTenantPerMinute: 300 }

/** Settings of a world that nobody has changed. */
export function defaultSettings(): Settings {
  return {
    accessTokenSeconds: 3600,
    aesPfx: 'reject',
    certificateOrder: 'upload',
    connectorLimit: 20,
    crossOriginOpenerPolicy: true,
    deleteInUse: 'allow-and-clear',
    duplicateThumbprint: 'accept',
    emptyStep: 'null',
    expiredPfx: 'accept',
    externalTenant: 'feature-403',
    filter: 'support',
    flowConfigurationRead: 'documented',
    httpTarget: 'reject',
    idFormat: 'guid',
    latencyMs: 0,
    listLagMs: 0,
    maskAsPassword: 'store',
    otherKind: 403,
    pageSize: null,
    passwordOnRead: 'mask',
    patchAnswer: '204',
    retryAfter: true,
    signInRefusal: null,
    silentSignIn: 'answer',
    throttling: null,
    uploadOnBasic: 'reject-400',
    v1Available: true,
  }
}

type Rule<Value> = { expects: string; read: (value: unknown) => Value | undefined }
type Rules = { [Name in keyof Settings]: Rule<Settings[Name]> }

const rules: Rules = {
  accessTokenSeconds: wholeNumber(1, 86_400),
  aesPfx: oneOf('reject', 'accept'),
  certificateOrder: oneOf('upload', 'newest-first'),
  connectorLimit: nullOr(wholeNumber(0, 1_000_000)),
  crossOriginOpenerPolicy: trueOrFalse(),
  deleteInUse: oneOf('allow-and-clear', 'reject-409'),
  duplicateThumbprint: oneOf('accept', 'reject'),
  emptyStep: oneOf('null', 'absent'),
  expiredPfx: oneOf('accept', 'reject'),
  externalTenant: oneOf('feature-403', 'empty-200', 'missing-404'),
  filter: oneOf('support', 'ignore', 'reject'),
  flowConfigurationRead: oneOf('documented', 'read-all'),
  httpTarget: oneOf('reject', 'accept'),
  idFormat: oneOf('guid', 'RestApi'),
  latencyMs: wholeNumber(0, 60_000),
  listLagMs: wholeNumber(0, 60_000),
  maskAsPassword: oneOf('store', 'reject'),
  otherKind: oneOf(403, 400),
  pageSize: nullOr(wholeNumber(1, 10_000)),
  passwordOnRead: oneOf('mask', 'absent', 'null'),
  patchAnswer: oneOf('204', '200-entity'),
  retryAfter: trueOrFalse(),
  signInRefusal: nullOr(
    text(/^AADSTS\d+: /, 'a text that begins with Entra’s number, such as "AADSTS50105: …"'),
  ),
  silentSignIn: oneOf('answer', 'never'),
  throttling: { expects: quotaWords(), read: readQuota },
  uploadOnBasic: oneOf('reject-400', 'convert'),
  v1Available: trueOrFalse(),
}

/**
 * The settings after the changes, or a sentence naming the first setting that is unknown or has a
 * value it cannot have; then nothing is changed.
 */
export function changeSettings(
  settings: Settings,
  changes: Record<string, unknown>,
): Settings | string {
  const read = Object.entries(changes).map(([name, value]) => readSetting(name, value))
  const wrong = read.find((change) => typeof change === 'string')
  if (typeof wrong === 'string') return wrong
  return read.reduce<Settings>((all, change) => Object.assign(all, change), { ...settings })
}

function readSetting(name: string, value: unknown): Partial<Settings> | string {
  if (!isSettingName(name)) {
    return `There is no setting "${name}". The settings are ${Object.keys(rules).join(', ')}.`
  }
  const known = rules[name].read(value)
  return known === undefined ? `"${name}" must be ${rules[name].expects}.` : { [name]: known }
}

function isSettingName(name: string): name is keyof Settings {
  return Object.hasOwn(rules, name)
}

function oneOf<Value extends string | number>(...values: Value[]): Rule<Value> {
  return {
    expects: values.map((value) => JSON.stringify(value)).join(' or '),
    read: (value) => values.find((known) => known === value),
  }
}

function wholeNumber(least: number, most: number): Rule<number> {
  return {
    expects: `a whole number from ${least} to ${most}`,
    read: (value) => (isWholeNumber(value) && value >= least && value <= most ? value : undefined),
  }
}

function text(pattern: RegExp, expects: string): Rule<string> {
  return {
    expects,
    read: (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined),
  }
}

function trueOrFalse(): Rule<boolean> {
  return {
    expects: 'true or false',
    read: (value) => (typeof value === 'boolean' ? value : undefined),
  }
}

function nullOr<Value>(rule: Rule<Value>): Rule<Value | null> {
  return {
    expects: `${rule.expects}, or null`,
    read: (value) => (value === null ? null : rule.read(value)),
  }
}

function quotaWords(): string {
  return 'true (the documented quota), false, null or {"perApplicationPerMinute","perTenantPerMinute"}'
}

function readQuota(value: unknown): Quota | null | undefined {
  if (value === true) return documentedQuota
  if (value === false || value === null) return null
  return isObject(value) ? readQuotaNumbers(value) : undefined
}

function readQuotaNumbers(value: Record<string, unknown>): Quota | undefined {
  const { perApplicationPerMinute, perTenantPerMinute, ...others } = {
    ...documentedQuota,
    ...value,
  }
  const isComplete = isWholeNumber(perApplicationPerMinute) && isWholeNumber(perTenantPerMinute)
  return isComplete && Object.keys(others).length === 0
    ? { perApplicationPerMinute, perTenantPerMinute }
    : undefined
}
