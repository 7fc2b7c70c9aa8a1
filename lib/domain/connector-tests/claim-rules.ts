/** Rules about the claims that come back with Continue. */
import { claimByName, extensionName, type KnownClaim } from './claims'
import { appIdOf } from './sent-names'
import { brokenIf, type Entry, type Rule, type Subject, type Values } from './rule'

/** No flow has more attributes; what an endpoint sends beyond them is counted and not judged. */
const maxJudgedClaims = 200

/** Only Continue hands claims on. */
const returnedClaims = ({ action, claims }: Subject): readonly Entry[] =>
  action === 'Continue' ? claims.slice(0, maxJudgedClaims) : []

const eachClaim =
  (isBroken: (name: string, value: unknown, subject: Subject) => boolean): Rule['broken'] =>
  (subject) =>
    returnedClaims(subject)
      .filter(([name, value]) => isBroken(name, value, subject))
      .map(([claim]) => ({ claim }))

const isAttribute = (claim: KnownClaim | undefined) => claim?.role === 'attribute'

/** Names that published samples use for the last name (Microsoft: samples; azure-docs 128118). */
const otherSpellings: Readonly<Record<string, string>> = {
  lastname: 'surname',
  familyname: 'surname',
  family_name: 'surname',
  given_name: 'givenName',
  firstname: 'givenName',
  zip: 'postalCode',
  zipcode: 'postalCode',
  street: 'streetAddress',
  name: 'displayName',
}

const spellingOf = (name: string) => otherSpellings[name.toLowerCase()]

const looksLikeAppId = (name: string) => /^extension_[0-9a-f-]{20,}_/i.test(name)

const isKnownName = (name: string, subject: Subject) =>
  claimByName(name) !== undefined ||
  /^extension_/.test(name) ||
  Object.hasOwn(subject.test.sent, name) ||
  spellingOf(name) !== undefined ||
  subject.sent.capitalsOf(name) !== undefined

function otherApp([name]: Entry, { sent: { appIds } }: Subject): Values[] {
  const appId = appIdOf(name)
  return appId && appIds.size > 0 && !appIds.has(appId) ? [{ claim: name }] : []
}

/** Of values that a comparison can tell apart; a list or an object may be a million brackets deep. */
const isChanged = (value: unknown, sent: unknown) =>
  (typeof value !== 'object' || value === null) && value !== sent

/** `claim` as it was written, `right` as it should be. */
const renamed =
  (rightName: (name: string, subject: Subject) => string | undefined): Rule['broken'] =>
  (subject) =>
    returnedClaims(subject).flatMap(([claim]) => {
      const right = rightName(claim, subject)
      return right === undefined ? [] : [{ claim, right }]
    })

export const claimRules: readonly Rule[] = [
  {
    name: 'nullValue',
    severity: 'error',
    message: '{claim} is null. Leave out what has no value.',
    broken: ({ entries }) =>
      entries.filter(([, value]) => value === null).map(([claim]) => ({ claim })),
  },
  {
    name: 'claimObject',
    severity: 'error',
    message: '{claim} is an object. Claims are flat.',
    broken: eachClaim(
      (name, value) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        name !== 'identities',
    ),
  },
  {
    name: 'claimList',
    severity: 'error',
    message: '{claim} is a list. An attribute has one value.',
    broken: eachClaim((name, value) => Array.isArray(value) && name !== 'identities'),
  },
  {
    name: 'claimNotText',
    severity: 'error',
    message: '{claim} must be a text.',
    broken: eachClaim(
      (name, value) =>
        isAttribute(claimByName(name)) && (typeof value === 'number' || typeof value === 'boolean'),
    ),
  },
  {
    name: 'claimFraction',
    severity: 'warning',
    message:
      '{claim} is a number that is no whole one. Attributes are texts, whole numbers or truths.',
    broken: eachClaim(
      (name, value) =>
        typeof value === 'number' &&
        !Number.isSafeInteger(value) &&
        !isAttribute(claimByName(name)),
    ),
  },
  {
    name: 'claimEmpty',
    severity: 'warning',
    message: '{claim} is empty. Leave out what has no value.',
    broken: eachClaim((_name, value) => value === ''),
  },
  {
    name: 'claimOfRequest',
    severity: 'warning',
    message: '{claim} tells the API about the request. Sent back, it changes nothing.',
    broken: eachClaim((name) => claimByName(name)?.role === 'request'),
  },
  {
    name: 'claimIdentity',
    severity: 'warning',
    message: '{claim} is who the person is, and cannot be overridden.',
    broken: eachClaim(
      (name, value, { test }) =>
        claimByName(name)?.role === 'identity' && isChanged(value, test.sent[name]),
    ),
  },
  {
    name: 'claimNotSent',
    severity: 'info',
    message: '{claim} was not in the request. It is kept only if the user flow has that attribute.',
    broken: eachClaim(
      (name, value, subject) =>
        value !== null &&
        (isAttribute(claimByName(name)) || extensionName(name) !== null) &&
        spellingOf(name) === undefined &&
        !subject.sent.has(name),
    ),
  },
  {
    name: 'claimUnknown',
    severity: 'info',
    message: '{claim} is no attribute that Microsoft documents, and is ignored.',
    broken: eachClaim((name, _value, subject) => !isKnownName(name, subject)),
  },
  {
    name: 'claimCase',
    severity: 'warning',
    message: '{claim} must be written {right}.',
    broken: renamed((name, { sent }) =>
      claimByName(name) || spellingOf(name) ? undefined : sent.capitalsOf(name),
    ),
  },
  {
    name: 'claimSpelling',
    severity: 'warning',
    message: '{claim} is called {right} in Microsoft Graph.',
    broken: renamed((name, { test }) => (name in test.sent ? undefined : spellingOf(name))),
  },
  {
    name: 'extensionMalformed',
    severity: 'error',
    message: '{claim} holds an app id that is not 32 hexadecimal digits.',
    broken: eachClaim((name) => looksLikeAppId(name) && extensionName(name)?.appId === null),
  },
  {
    name: 'extensionOtherApp',
    severity: 'warning',
    message: '{claim} belongs to another app than the attributes of the request.',
    broken: (subject) => returnedClaims(subject).flatMap((claim) => otherApp(claim, subject)),
  },
  {
    name: 'claimsMany',
    severity: 'info',
    message: '{count} claims came back. The first {judged} were looked at.',
    broken: ({ action, claims: { length: count } }) => {
      const isTooMany = action === 'Continue' && count > maxJudgedClaims
      return isTooMany ? [{ count, judged: maxJudgedClaims }] : []
    },
  },
  {
    name: 'claimsIgnored',
    severity: 'info',
    message: 'Claims are handed on with Continue only.',
    broken: (subject) =>
      brokenIf(
        subject.action !== null &&
          subject.action !== 'Continue' &&
          subject.claims.some(([name]) => isKnownName(name, subject)),
      ),
  },
]
