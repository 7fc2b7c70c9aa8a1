/** Rules about the claims that come back with Continue. */
import { claimByName, extensionName, isSameClaim, knownClaims, type KnownClaim } from './claims'
import { reservedNames } from './contract-rules'
import { brokenIf, type Rule, type Subject, type Values } from './rule'

type Returned = readonly [name: string, value: unknown]

const isReserved = (name: string) =>
  reservedNames.some((reserved) => reserved.toLowerCase() === name.toLowerCase())

/** The claims of the answer, without the four names of the contract. */
const claimsOf = ({ body }: Subject): Returned[] =>
  Object.entries(body ?? {}).filter(([name]) => !isReserved(name))

/** Only Continue hands claims on. */
const returnedClaims = (subject: Subject): Returned[] =>
  subject.action === 'Continue' ? claimsOf(subject) : []

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

/** The right spelling of a claim that differs from it in nothing but capitals. */
function capitalsOf(name: string, { test }: Subject): string | undefined {
  const names = [...knownClaims.map((claim) => claim.name), ...Object.keys(test.sent)]
  return names.includes(name)
    ? undefined
    : names.find((known) => known.toLowerCase() === name.toLowerCase())
}

const looksLikeAppId = (name: string) => /^extension_[0-9a-f-]{20,}_/i.test(name)

const isKnownName = (name: string, subject: Subject) =>
  claimByName(name) !== undefined ||
  /^extension_/.test(name) ||
  name in subject.test.sent ||
  spellingOf(name) !== undefined ||
  capitalsOf(name, subject) !== undefined

const isSent = (name: string, { test }: Subject) =>
  Object.keys(test.sent).some((sent) => isSameClaim(sent, name))

function otherApp([name]: Returned, { test }: Subject): Values[] {
  const appId = appIdOf(name)
  const sent = Object.keys(test.sent)
    .map(appIdOf)
    .filter((id) => id !== undefined)
  return appId && sent.length > 0 && !sent.includes(appId) ? [{ claim: name }] : []
}

const appIdOf = (name: string) => extensionName(name)?.appId?.replaceAll('-', '').toLowerCase()

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
    broken: (subject) =>
      Object.entries(subject.body ?? {})
        .filter(([, value]) => value === null)
        .map(([claim]) => ({ claim })),
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
        claimByName(name)?.role === 'identity' &&
        JSON.stringify(value) !== JSON.stringify(test.sent[name]),
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
        !isSent(name, subject),
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
    broken: renamed((name, subject) =>
      claimByName(name) || spellingOf(name) ? undefined : capitalsOf(name, subject),
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
    name: 'claimsIgnored',
    severity: 'info',
    message: 'Claims are handed on with Continue only.',
    broken: (subject) =>
      brokenIf(
        subject.action !== null &&
          subject.action !== 'Continue' &&
          claimsOf(subject).some(([name]) => isKnownName(name, subject)),
      ),
  },
]
