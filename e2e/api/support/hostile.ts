/** What somebody might send who wishes the portal ill, for property-based tests. */
import fc from 'fast-check'
import { basic, loyalty } from './samples'

const famous = [
  '..',
  '.',
  '...',
  '%2e%2e',
  '%2e%2e%2f',
  '..%2f..%2fusers',
  '%252e%252e%252f',
  '..;',
  '%00',
  'a%00',
  'a%0d%0aHost:evil.example',
  '%3F$top=1',
  '%23',
  'a%5cb',
  '%ef%bc%8e%ef%bc%8e',
  '%E2%80%AE',
  '%c3%a4',
  '$count',
  '$ref',
  '$batch',
  "a'b",
  'a(b)',
  '%7Bid%7D',
  '__proto__',
  'constructor',
  'users',
  'v1.0',
  'beta',
  'preTokenIssuance',
  'RestApi_f6e8e73d',
  'a'.repeat(128),
  'a'.repeat(129),
]

/** Printable ASCII is all that Node's client sends unescaped in a path; UTF-8 has no lone surrogates. */
const escaped = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((text) => encodeURIComponent(Buffer.from(text).toString()))

const spelled = fc.string({
  unit: fc.constantFrom('a', '1', '.', '%2f', '%2e', '%5c', '%00', '%25', ';', ':', '@', '&', '='),
  minLength: 1,
  maxLength: 12,
})

/** One segment of a path, as it is written in a request. */
export const anySegment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...famous) },
  { weight: 2, arbitrary: escaped },
  { weight: 2, arbitrary: spelled },
)

const optionNames = [
  '$filter',
  '$top',
  '$select',
  '$count',
  '$expand',
  '$orderby',
  '$skiptoken',
  '$search',
  '%24top',
  '$TOP',
  '__proto__',
  'constructor',
  'access_token',
]

const optionValues = [
  '1',
  '100',
  '0',
  '-1',
  '1e3',
  'true',
  'id,displayName',
  "displayName eq 'a'",
  "displayName eq 'a' or 1 eq 1",
  "displayName eq 'a''&$top=1'",
  "targetResources/any(t:t/id eq 'a')",
  "targetResources/any(t:t/id eq '..')",
  "targetResources/any(t:t/id eq 'a') or true",
  'activityDateTime desc',
  'postFederationSignup',
  'postFederationSignup,users',
  '../users',
]

/** With its question mark, or nothing. */
export const anyQuery = fc
  .array(
    fc.tuple(
      fc.constantFrom(...optionNames),
      fc.oneof(
        fc.constantFrom(...optionValues).map(encodeURIComponent),
        escaped,
        fc.constantFrom('%', '%zz', '%E0%A4%A'),
      ),
    ),
    { maxLength: 4 },
  )
  .map((options) => options.map(([name, value]) => `${name}=${value}`).join('&'))
  .map((text) => text && `?${text}`)

/** Options with values that are theirs, or would be but for the end. */
const nearlyOption = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        "displayName eq 'a'",
        "targetResources/any(t:t/id eq 'a')",
        "displayName eq '",
      ),
      fc.constantFrom('', "'", ' or true', "' or '' eq '", "''", '&$top=1', ')', '/../users', '\n'),
    )
    .map(([value, end]) => ['$filter', value + end] as const),
  fc.tuple(fc.constant('$top'), fc.constantFrom('1', '100', '999', '1000', '1&$skip=1', '0x1')),
  fc.tuple(fc.constant('$select'), fc.constantFrom('id', 'id,displayName', 'id,*', 'id/$count')),
  fc.tuple(
    fc.constant('$expand'),
    fc.constantFrom(
      'postFederationSignup',
      'postFederationSignup($select=id)',
      'preTokenIssuance,*',
    ),
  ),
  fc.tuple(
    fc.constant('$orderby'),
    fc.constantFrom('activityDateTime desc', 'activityDateTime', 'activityDateTime desc,id'),
  ),
)

/** A query in which little is wrong, or nothing. */
export const nearlyQuery = fc
  .uniqueArray(nearlyOption, { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map((given) => given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'))
  .map((text) => `?${text}`)

const propertyNames = fc.oneof(
  fc.constantFrom(
    ...Object.keys(loyalty),
    ...Object.keys(basic()),
    ...['pkcs12Value', '@odata.id', '@odata.context', 'id', '', 'toString', 'valueOf'],
    ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'then', 'toJSON', 'length'],
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

const leaves = fc.oneof(
  fc.constantFrom(
    '#microsoft.graph.basicAuthentication',
    '#microsoft.graph.pkcs12Certificate',
    'https://api.example.com/',
    'https://graph.microsoft.com/v1.0/identity/apiConnectors/a',
    'https://x/identity/apiConnectors/..',
    'http://169.254.169.254/',
    'AAAA',
    '******',
    '\u0000',
    '\u202e',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
)

/** JSON whose objects name properties as an attacker would. */
const { anyJson } = fc.letrec<{ anyJson: unknown }>((tie) => ({
  anyJson: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    fc.array(tie('anyJson'), { maxLength: 4 }),
    fc.dictionary(propertyNames, tie('anyJson'), { maxKeys: 6 }),
  ),
}))

/** A good connector in which one thing is wrong, or nothing. */
const nearlyRight = fc
  .tuple(propertyNames, anyJson, fc.boolean())
  .map(([name, value, isInside]) =>
    isInside
      ? { ...loyalty, authenticationConfiguration: { ...basic(), [name]: value } }
      : { ...loyalty, [name]: value },
  )

/** The same name twice in one object, which a parser may read as it likes (RFC 8259 section 4). */
const repeated = fc
  .tuple(propertyNames, leaves, leaves)
  .map(
    ([name, first, second]) =>
      `{${JSON.stringify(name)}:${JSON.stringify(first)},${JSON.stringify(name)}:${JSON.stringify(second)}}`,
  )

const polluting = fc.constantFrom(
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"authenticationConfiguration":{"__proto__":{"polluted":true}}}',
)

const deep = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 10, max: 3_000 }))
  .map(([open, depth]) => open.repeat(depth) + '1' + (open === '[' ? ']' : '}').repeat(depth))

const broken = fc
  .tuple(fc.json(), fc.nat(40))
  .map(([text, length]) => text.slice(0, Math.min(length, text.length)))

/** The bytes of a body that says it is JSON. */
export const anyBody = fc.oneof(
  { weight: 3, arbitrary: anyJson.map((value) => JSON.stringify(value)) },
  { weight: 3, arbitrary: nearlyRight.map((value) => JSON.stringify(value)) },
  repeated,
  polluting,
  deep,
  broken,
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom('\uFEFF{}', '{}{}', '{"displayName":"\\ud800"}', 'NaN', '1e999', '/**/{}'),
)

/** What HTTP lets through in a header: no control characters, and no letters beyond Latin-1. */
const headerText = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .filter((code) => code !== 0x7f)
    .map((code) => String.fromCharCode(code)),
  maxLength: 60,
})

/** The value of `Authorization`, once or twice. */
export const anyToken = fc.oneof(
  headerText,
  headerText.map((text) => `Bearer ${text}`),
  fc.constantFrom(
    '',
    'Bearer',
    'Bearer ',
    'bearer a',
    'BEARER a.b.c',
    'Bearer  a',
    'Bearer a, Bearer b',
    'Bearer a\tb',
    'Basic dXNlcjpwYXNz',
    `Bearer ${'a'.repeat(8 * 1024)}`,
    `Bearer ${'a'.repeat(8 * 1024 + 1)}`,
  ),
  fc.constant(['Bearer a', 'Bearer b']),
)
