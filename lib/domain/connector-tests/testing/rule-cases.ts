/** For each rule an answer that breaks it. */
import type { JudgedTest, ObservedAnswer } from '../verdict'
import { answer, appId, beforeCreating, block, json, proceed, refuse, without } from './answers'

type RuleCase = readonly [rule: string, answer: ObservedAnswer, test?: Partial<JudgedTest>]

const manyClaims = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`extension_a${index}`, 'b']))

const refusal = { status: 400 }
const page = (status: number) => answer('{"error":"no"}', { status })
const typed = (type: string) => ({ headers: [['content-type', type]] as const })

const httpCases: readonly RuleCase[] = [
  ['redirected', answer('', { status: 302 })],
  ['credentialsRefused', page(401)],
  ['credentialsRefused', page(403)],
  ['credentialsRefused', answer('', { status: 403, certificateDates: 'valid' })],
  ['expiredCertificateRefused', answer('', { status: 401, certificateDates: 'expired' })],
  ['expiredCertificateRefused', answer('', { status: 403, certificateDates: 'expired' })],
  ['earlyCertificateRefused', answer('', { status: 403, certificateDates: 'notYetValid' })],
  ['notFound', page(404)],
  ['methodNotAllowed', page(405)],
  ['tooManyRequests', page(429)],
  ['serverError', page(502)],
  ['noContent', answer('', { status: 204 })],
  ['unexpectedStatus', page(201)],
  ['unexpectedStatus', page(422)],
  ['compressed', json(proceed(), { headers: [['Content-Encoding', 'gzip']] })],
  ['cookieSet', json(proceed(), { headers: [...json({}).headers, ['set-cookie', 'a=b']] })],
  ['oldTls', json(proceed(), { tlsProtocol: 'TLSv1.1' })],
]

const formatCases: readonly RuleCase[] = [
  ['emptyBody', answer(' \n')],
  ['emptyBody', answer('', refusal)],
  ['tooLarge', answer('{', { isTruncated: true })],
  ['large', json(proceed({ postalCode: 'x'.repeat(70_000) }))],
  ['notUtf8', answer('\uFFFD', { isUtf8: false })],
  ['charsetOther', json(proceed(), typed('application/json; charset=iso-8859-1'))],
  ['byteOrderMark', answer(`\uFEFF${JSON.stringify(proceed())}`)],
  ['contentTypeMissing', json(proceed(), { headers: [] })],
  ['contentTypeOther', json(proceed(), typed('text/plain'))],
  ['htmlPage', answer('<!doctype html><h1>Welcome</h1>', typed('text/html'))],
  ['notJson', answer('{"version":"1.0.0","action":"Continue",')],
  ['notJson', answer("{'version':'1.0.0'}")],
  ['trailingComma', answer('{"version":"1.0.0","action":"Continue",}')],
  ['trailingText', answer(`${JSON.stringify(proceed())}<!-- ok -->`)],
  ['notAnObject', json([proceed()])],
  ['notAnObject', json('Continue')],
  ['duplicateName', answer('{"version":"1","version":"2","action":"Continue"}')],
]

const preToken = { step: 'preTokenIssuance' } as const

const contractCases: readonly RuleCase[] = [
  ['versionMissing', json(without(proceed(), 'version'))],
  ['versionNotText', json(proceed({ version: 1 }))],
  ['actionMissing', json(without(proceed(), 'action'))],
  ['actionNotText', json(proceed({ action: true }))],
  ['actionCase', json(proceed({ action: 'continue' }))],
  ['actionUnknown', json(proceed({ action: 'Allow' }))],
  ['nameCase', json({ version: '1.0.0', Action: 'Continue' })],
  ['blockPageAtStep', json(block()), preToken],
  ['validationErrorAtStep', json(refuse(), refusal), preToken],
  ['validationErrorAtStep', json(refuse(), refusal), { step: 'postFederationSignup' }],
  ['continueStatus', json(proceed(), refusal)],
  ['blockPageStatus', json(block(), { status: 403 })],
  ['validationErrorStatus', json(refuse())],
  ['bodyStatusMissing', json(without(refuse(), 'status'), refusal)],
  ['bodyStatusOther', json(refuse({ status: 409 }), refusal)],
  ['bodyStatusUnused', json(proceed({ status: 200 }))],
  ['userMessageMissing', json(without(block(), 'userMessage'))],
  ['userMessageNotText', json(block({ userMessage: ['no'] }))],
  ['userMessageEmpty', json(block({ userMessage: '  ' }))],
  ['userMessageLong', json(block({ userMessage: 'no '.repeat(200) }))],
  ['userMessageMarkup', json(block({ userMessage: 'Please <b>wait</b>.' }))],
  ['userMessageTechnical', json(block({ userMessage: 'NullPointerException' }))],
  ['userMessageUnused', json(proceed({ userMessage: 'Welcome' }))],
]

const claimCases: readonly RuleCase[] = [
  ['nullValue', json(proceed({ postalCode: null }))],
  ['claimObject', json(proceed({ postalCode: { value: '1' } }))],
  ['claimList', json(proceed({ postalCode: ['1'] }))],
  ['claimNotText', json(proceed({ postalCode: 150 }))],
  ['claimFraction', json(proceed({ [`extension_${appId}_Tier`]: 1.5 }))],
  ['claimEmpty', json(proceed({ postalCode: '' }))],
  ['claimOfRequest', json(proceed({ ui_locales: 'en' }))],
  ['claimIdentity', json(proceed({ email: 'other@fabrikam.example' }))],
  ['claimNotSent', json(proceed({ jobTitle: 'Buyer' }))],
  ['claimUnknown', json(proceed({ favouriteColour: 'green' }))],
  ['claimCase', json(proceed({ PostalCode: '1' }))],
  ['claimSpelling', json(proceed({ lastName: 'L' }))],
  ['extensionMalformed', json(proceed({ [`extension_${appId}ff_Tier`]: 'gold' }))],
  ['extensionOtherApp', json(proceed({ [`extension_${'0'.repeat(32)}_Tier`]: 'gold' }))],
  ['claimsMany', json({ ...proceed(), ...manyClaims(201) })],
  ['claimsIgnored', json(block({ postalCode: '1' }))],
]

const timeCases: readonly RuleCase[] = [
  ['timeLong', json(proceed(), { totalMs: 2_001 })],
  ['timeOverUserFlow', json(proceed(), { totalMs: 5_001 })],
  ['timeOverCustomPolicy', json(proceed(), { totalMs: 10_001 })],
  ['timeOverEverything', json(proceed(), { totalMs: 20_001 })],
]

export const ruleCases = [
  ...httpCases,
  ...formatCases,
  ...contractCases,
  ...claimCases,
  ...timeCases,
].map(([rule, observed, changes]) => ({
  rule,
  observed,
  test: { ...beforeCreating, ...changes },
}))
