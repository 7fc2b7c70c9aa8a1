/** For each rule an answer that breaks it, and all that has to be said of that answer. */
import type { Claims, Severity } from '@/lib/contract/connector-test'
import type { Values } from '../rule'
import type { JudgedTest, ObservedAnswer } from '../verdict'
import { answer, appId, beforeCreating, block, json, proceed, refuse, without } from './answers'

type Said = {
  /** What fills the rule's sentence; nothing if not said. */
  readonly values?: Values
  /** Of the verdict. */
  readonly action?: string | null
  readonly test?: Partial<JudgedTest>
}

export type RuleCase = {
  readonly rule: string
  readonly severity: Severity
  readonly values: Values | undefined
  readonly verdict: { readonly valid: boolean; readonly action: string | null }
  readonly observed: ObservedAnswer
  readonly test: JudgedTest
}

const breaks =
  (severity: Severity, usualAction: string | null) =>
  (rule: string, observed: ObservedAnswer, said: Said = {}): RuleCase => ({
    ...{ rule, severity, observed, values: said.values },
    verdict: {
      valid: severity !== 'error',
      action: said.action === undefined ? usualAction : said.action,
    },
    test: { ...beforeCreating, ...said.test },
  })

/** An answer that is refused, with whatever action it has. */
const error = breaks('error', null)
/** An answer that is accepted all the same. */
const warning = breaks('warning', 'Continue')
const info = breaks('info', 'Continue')

const manyClaims = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`extension_a${index}`, 'b']))

const refusal = { status: 400 }
const page = (status: number) => answer('{"error":"no"}', { status })
const typed = (type: string) => ({ headers: [['content-type', type]] as const })
const status = (number: number) => ({ values: { status: number } })
const continues = { action: 'Continue' }
const blocks = { action: 'ShowBlockPage' }
const asksAgain = { action: 'ValidationError' }

const httpCases: readonly RuleCase[] = [
  error('redirected', answer('', { status: 302 }), status(302)),
  error('credentialsRefused', page(401), status(401)),
  error('credentialsRefused', page(403), status(403)),
  error('credentialsRefused', answer('', { status: 403, certificateDates: 'valid' }), status(403)),
  error(
    'expiredCertificateRefused',
    answer('', { status: 401, certificateDates: 'expired' }),
    status(401),
  ),
  error(
    'expiredCertificateRefused',
    answer('', { status: 403, certificateDates: 'expired' }),
    status(403),
  ),
  error(
    'earlyCertificateRefused',
    answer('', { status: 403, certificateDates: 'notYetValid' }),
    status(403),
  ),
  error('notFound', page(404), status(404)),
  error('notFound', page(410), status(410)),
  error('methodNotAllowed', page(405), status(405)),
  error('tooManyRequests', page(429), status(429)),
  error('serverError', page(500), status(500)),
  error('serverError', page(502), status(502)),
  error('noContent', answer('', { status: 204 }), status(204)),
  error('unexpectedStatus', page(201), status(201)),
  error('unexpectedStatus', page(422), status(422)),
  error('compressed', json(proceed(), { headers: [['Content-Encoding', 'gzip']] }), {
    ...continues,
    values: { encoding: 'gzip' },
  }),
  info('cookieSet', json(proceed(), { headers: [...json({}).headers, ['set-cookie', 'a=b']] })),
  error('oldTls', json(proceed(), { tlsProtocol: 'TLSv1.1' }), {
    ...continues,
    values: { protocol: 'TLSv1.1' },
  }),
  error('oldTls', json(proceed(), { tlsProtocol: 'TLSv1' }), {
    ...continues,
    values: { protocol: 'TLSv1' },
  }),
]

const long = json(proceed({ postalCode: 'x'.repeat(70_000) }))

const formatCases: readonly RuleCase[] = [
  error('emptyBody', answer(' \n')),
  error('emptyBody', answer('', refusal)),
  error('tooLarge', answer('{', { isTruncated: true })),
  warning('large', long, { values: { bytes: long.byteLength } }),
  error('notUtf8', answer('\uFFFD', { isUtf8: false })),
  warning('charsetOther', json(proceed(), typed('application/json; charset=iso-8859-1')), {
    values: { charset: 'iso-8859-1' },
  }),
  warning('byteOrderMark', answer(`\uFEFF${JSON.stringify(proceed())}`)),
  warning('contentTypeMissing', json(proceed(), { headers: [] })),
  warning('contentTypeOther', json(proceed(), typed('text/plain')), {
    values: { type: 'text/plain' },
  }),
  error('htmlPage', answer('<!doctype html><h1>Welcome</h1>', typed('text/html'))),
  error('notJson', answer('{"version":"1.0.0","action":"Continue",')),
  error('notJson', answer("{'version':'1.0.0'}")),
  error('trailingComma', answer('{"version":"1.0.0","action":"Continue",}'), continues),
  error('trailingText', answer(`${JSON.stringify(proceed())}<!-- ok -->`), continues),
  error('notAnObject', json([proceed()])),
  error('notAnObject', json('Continue')),
  warning('duplicateName', answer('{"version":"1","version":"2","action":"Continue"}'), {
    values: { name: 'version' },
  }),
]

const preToken = { test: { step: 'preTokenIssuance' } } as const
const postFederation = { test: { step: 'postFederationSignup' } } as const

const contractCases: readonly RuleCase[] = [
  error('versionMissing', json(without(proceed(), 'version')), continues),
  error('versionMissing', json(proceed({ version: '' })), continues),
  error('versionNotText', json(proceed({ version: 1 })), continues),
  error('actionMissing', json(without(proceed(), 'action'))),
  error('actionMissing', json(proceed({ action: '' })), { action: '' }),
  error('actionNotText', json(proceed({ action: true }))),
  error('actionCase', json(proceed({ action: 'continue' })), {
    action: 'continue',
    values: { written: 'continue', right: 'Continue' },
  }),
  error('actionUnknown', json(proceed({ action: 'Allow' })), {
    action: 'Allow',
    values: { written: 'Allow' },
  }),
  error('nameCase', json({ version: '1.0.0', Action: 'Continue' }), {
    values: { name: 'Action', right: 'action' },
  }),
  error('blockPageAtStep', json(block()), { ...blocks, ...preToken }),
  error('validationErrorAtStep', json(refuse(), refusal), { ...asksAgain, ...preToken }),
  error('validationErrorAtStep', json(refuse(), refusal), { ...asksAgain, ...postFederation }),
  error('continueStatus', json(proceed(), refusal), { ...continues, ...status(400) }),
  error('blockPageStatus', json(block(), { status: 403 }), { ...blocks, ...status(403) }),
  error('validationErrorStatus', json(refuse()), { ...asksAgain, ...status(200) }),
  error('bodyStatusMissing', json(without(refuse(), 'status'), refusal), asksAgain),
  error('bodyStatusOther', json(refuse({ status: 409 }), refusal), asksAgain),
  info('bodyStatusUnused', json(proceed({ status: 200 }))),
  info('bodyStatusUnused', json(block({ status: 200 })), blocks),
  error('userMessageMissing', json(without(block(), 'userMessage')), blocks),
  error('userMessageMissing', json(without(refuse(), 'userMessage'), refusal), asksAgain),
  error('userMessageNotText', json(block({ userMessage: ['no'] })), blocks),
  error('userMessageEmpty', json(block({ userMessage: '  ' })), blocks),
  warning('userMessageLong', json(block({ userMessage: 'no '.repeat(200) })), blocks),
  warning('userMessageLong', json(block({ userMessage: 'n'.repeat(301) })), blocks),
  warning('userMessageMarkup', json(block({ userMessage: 'Please <b>wait</b>.' })), blocks),
  warning('userMessageMarkup', json(block({ userMessage: 'A &amp; B' })), blocks),
  warning('userMessageTechnical', json(block({ userMessage: 'NullPointerException' })), blocks),
  info('userMessageUnused', json(proceed({ userMessage: 'Welcome' }))),
]

const claim = (name: string) => ({ values: { claim: name } })

/** A claim in a Continue answer. */
const withClaim = (name: string, value: Claims[string]) => json(proceed({ [name]: value }))

const malformed = `extension_${appId}ff_Tier`
const foreign = `extension_${'0'.repeat(32)}_Tier`

const claimCases: readonly RuleCase[] = [
  error('nullValue', withClaim('postalCode', null), { ...continues, ...claim('postalCode') }),
  error('claimObject', withClaim('postalCode', { value: '1' }), {
    ...continues,
    ...claim('postalCode'),
  }),
  error('claimList', withClaim('postalCode', ['1']), { ...continues, ...claim('postalCode') }),
  error('claimNotText', withClaim('postalCode', 150), { ...continues, ...claim('postalCode') }),
  error('claimNotText', withClaim('postalCode', true), { ...continues, ...claim('postalCode') }),
  warning('claimFraction', withClaim(`extension_${appId}_Tier`, 1.5), {
    values: { claim: `extension_${appId}_Tier` },
  }),
  warning('claimEmpty', withClaim('postalCode', ''), claim('postalCode')),
  warning('claimOfRequest', withClaim('ui_locales', 'en'), claim('ui_locales')),
  warning('claimIdentity', withClaim('email', 'other@fabrikam.example'), claim('email')),
  info('claimNotSent', withClaim('jobTitle', 'Buyer'), claim('jobTitle')),
  info('claimNotSent', withClaim('extension_Colour', 'green'), {
    ...claim('extension_Colour'),
    test: { sent: {} },
  }),
  info('claimUnknown', withClaim('favouriteColour', 'green'), claim('favouriteColour')),
  warning('claimCase', withClaim('PostalCode', '1'), {
    values: { claim: 'PostalCode', right: 'postalCode' },
  }),
  warning('claimSpelling', withClaim('lastName', 'L'), {
    values: { claim: 'lastName', right: 'surname' },
  }),
  error('extensionMalformed', withClaim(malformed, 'gold'), { ...continues, ...claim(malformed) }),
  warning('extensionOtherApp', withClaim(foreign, 'gold'), claim(foreign)),
  info('claimsMany', json({ ...proceed(), ...manyClaims(201) }), {
    values: { count: 201, judged: 200 },
  }),
  info('claimsIgnored', json(block({ postalCode: '1' })), blocks),
]

const after = (totalMs: number) => json(proceed(), { totalMs })
const seconds = (number: number) => ({ values: { seconds: number } })

const timeCases: readonly RuleCase[] = [
  warning('timeLong', after(2_001), seconds(2)),
  warning('timeLong', after(5_000), seconds(5)),
  error('timeOverUserFlow', after(5_001), { ...continues, ...seconds(5) }),
  error('timeOverUserFlow', after(10_000), { ...continues, ...seconds(10) }),
  error('timeOverCustomPolicy', after(10_001), { ...continues, ...seconds(10) }),
  error('timeOverCustomPolicy', after(19_960), { ...continues, ...seconds(20) }),
  error('timeOverCustomPolicy', after(20_000), { ...continues, ...seconds(20) }),
  error('timeOverEverything', after(20_001), { ...continues, ...seconds(20) }),
  error('timeOverEverything', after(29_940), { ...continues, ...seconds(29.9) }),
]

export const ruleCases: readonly RuleCase[] = [
  ...httpCases,
  ...formatCases,
  ...contractCases,
  ...claimCases,
  ...timeCases,
]
