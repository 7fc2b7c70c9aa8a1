/** Rules about the body as JSON, before anything is asked of its contents. */
import { brokenIf, header, type ObservedAnswer, type Rule, type Subject } from './rule'

/** An answer of the contract is less than one kilobyte; this is advice, no documented limit. */
const largeBytes = 64 * 1024

const isContractStatus = ({ status }: ObservedAnswer) => status === 200 || status === 400

const isCompressed = (answer: ObservedAnswer) =>
  !['identity', ''].includes(header(answer, 'content-encoding')?.trim().toLowerCase() ?? '')

/** Whether the body was meant to be the contract's: an error page is judged by its status alone. */
const isJudged = ({ answer, body }: Subject) =>
  body !== null || (isContractStatus(answer) && !isCompressed(answer))

/** Of a body that is cut off, or no text at all, nothing more can be told. */
const isReadable = (subject: Subject) =>
  isJudged(subject) && !subject.answer.isTruncated && subject.answer.isUtf8

const isHtml = ({ text }: ObservedAnswer) => /^\s*<(!doctype|html|head|body|\?xml|h1)/i.test(text)

const isBroken = (subject: Subject) => isReadable(subject) && subject.reading.kind === 'broken'

const mediaType = (answer: ObservedAnswer) =>
  header(answer, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''

const charset = (answer: ObservedAnswer) =>
  /charset\s*=\s*"?([^";\s]+)/i.exec(header(answer, 'content-type') ?? '')?.[1]?.toLowerCase() ??
  'utf-8'

const hasBody = (subject: Subject) => isJudged(subject) && subject.reading.kind !== 'empty'

export const formatRules: readonly Rule[] = [
  {
    name: 'emptyBody',
    severity: 'error',
    message: 'The answer has no body, and so no action.',
    broken: (subject) => brokenIf(isReadable(subject) && subject.reading.kind === 'empty'),
  },
  {
    name: 'tooLarge',
    severity: 'error',
    message: 'The answer is larger than 1 MiB and was not read to its end.',
    broken: ({ answer }) => brokenIf(answer.isTruncated),
  },
  {
    name: 'large',
    severity: 'warning',
    message: 'The answer is {bytes} bytes long. A Continue answer needs less than one kilobyte.',
    broken: ({ answer: { byteLength, isTruncated } }) =>
      byteLength > largeBytes && !isTruncated ? [{ bytes: byteLength }] : [],
  },
  {
    name: 'notUtf8',
    severity: 'error',
    message: 'The body is not UTF-8.',
    broken: (subject) => brokenIf(isJudged(subject) && !subject.answer.isUtf8),
  },
  {
    name: 'charsetOther',
    severity: 'warning',
    message: 'Content-Type names the character set {charset}. JSON is always UTF-8.',
    broken: ({ answer }) => {
      const named = charset(answer)
      return ['utf-8', 'utf8', 'us-ascii'].includes(named) ? [] : [{ charset: named }]
    },
  },
  {
    name: 'byteOrderMark',
    severity: 'warning',
    message: 'The body begins with a byte order mark, which JSON does not allow.',
    broken: ({ reading }) => brokenIf(reading.hasByteOrderMark),
  },
  {
    name: 'contentTypeMissing',
    severity: 'warning',
    message: 'The answer has no Content-Type. Every documented one is application/json.',
    broken: (subject) => brokenIf(hasBody(subject) && mediaType(subject.answer) === ''),
  },
  {
    name: 'contentTypeOther',
    severity: 'warning',
    message: 'Content-Type is {type}. Every documented answer is application/json.',
    broken: (subject) => {
      const type = mediaType(subject.answer)
      const isJson = type === 'application/json' || type === ''
      return hasBody(subject) && !isJson ? [{ type }] : []
    },
  },
  {
    name: 'htmlPage',
    severity: 'error',
    message: 'The answer is a web page, not JSON.',
    broken: (subject) => brokenIf(isBroken(subject) && isHtml(subject.answer)),
  },
  {
    name: 'notJson',
    severity: 'error',
    message: 'The body is not JSON.',
    broken: (subject) => brokenIf(isBroken(subject) && !isHtml(subject.answer)),
  },
  {
    name: 'trailingComma',
    severity: 'error',
    message: 'There is a comma after the last entry, which JSON does not allow.',
    broken: (subject) => brokenIf(isReadable(subject) && subject.reading.hasTrailingComma),
  },
  {
    name: 'trailingText',
    severity: 'error',
    message: 'There is more text after the end of the JSON object.',
    broken: (subject) => brokenIf(isReadable(subject) && subject.reading.hasTrailingText),
  },
  {
    name: 'notAnObject',
    severity: 'error',
    message: 'The body is JSON, but no object with names and values.',
    broken: (subject) => brokenIf(isReadable(subject) && subject.reading.kind === 'other'),
  },
  {
    name: 'duplicateName',
    severity: 'warning',
    message: 'The name {name} comes more than once.',
    broken: ({ reading }) => reading.duplicates.map((name) => ({ name })),
  },
]
