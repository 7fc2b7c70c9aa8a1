/** Rules about version, action, status and userMessage (Entra and Azure AD B2C: add an API connector). */
import type { Claims } from '@/lib/contract/connector-test'
import {
  actions,
  brokenIf,
  statusOfAction,
  stepsOfAction,
  type Action,
  type Rule,
  type Subject,
  type Values,
} from './rule'

/** No limit is documented; more than this does not fit beside a form. */
const longMessage = 300

/** Nothing is asked of a body that is no answer of the contract. */
const ofBody =
  (judge: (body: Claims, subject: Subject) => boolean): Rule['broken'] =>
  (subject) =>
    brokenIf(subject.body !== null && judge(subject.body, subject))

const ofAction = (action: Action, judge: (body: Claims, subject: Subject) => boolean) =>
  ofBody((body, subject) => subject.action === action && judge(body, subject))

const wrongStatus =
  (action: Action): Rule['broken'] =>
  ({ action: asked, answer: { status } }) =>
    asked === action && status !== statusOfAction[action] ? [{ status }] : []

const wrongStep = (action: Action) =>
  ofAction(action, (_body, { test }) => !stepsOfAction[action].includes(test.step))

const showsMessage = ({ action }: Subject) =>
  action === 'ShowBlockPage' || action === 'ValidationError'

const ofMessage = (judge: (message: string) => boolean) =>
  ofBody(
    (body, subject) =>
      showsMessage(subject) && typeof body.userMessage === 'string' && judge(body.userMessage),
  )

const actionOf = ({ body }: Subject) => (typeof body?.action === 'string' ? body.action : null)

export const reservedNames = ['version', 'action', 'status', 'userMessage'] as const

const reserved: ReadonlyMap<string, string> = new Map(
  reservedNames.map((name) => [name.toLowerCase(), name]),
)

/** Whether it is a name of the contract, in whatever letters. */
export const isReserved = (name: string): boolean => reserved.has(name.toLowerCase())

function misspeltNames({ entries }: Subject): Values[] {
  return entries.flatMap(([name]) => {
    const right = reserved.get(name.toLowerCase()) ?? name
    return right === name ? [] : [{ name, right }]
  })
}

const is400 = (status: unknown) => status === 400 || status === '400'

export const contractRules: readonly Rule[] = [
  {
    name: 'versionMissing',
    severity: 'error',
    message: 'There is no version.',
    broken: ofBody((body) => body.version === undefined || body.version === ''),
  },
  {
    name: 'versionNotText',
    severity: 'error',
    message: 'version must be a text, such as "1.0.0".',
    broken: ofBody(({ version }) => version !== undefined && typeof version !== 'string'),
  },
  {
    name: 'actionMissing',
    severity: 'error',
    message: 'There is no action.',
    broken: ofBody((body) => body.action === undefined || body.action === ''),
  },
  {
    name: 'actionNotText',
    severity: 'error',
    message: 'action must be a text.',
    broken: ofBody(({ action }) => action !== undefined && typeof action !== 'string'),
  },
  {
    name: 'actionCase',
    severity: 'error',
    message: 'The action {written} must be written {right}.',
    broken: (subject) => {
      const written = actionOf(subject)
      const right = subject.action
      return written !== null && right !== null && written !== right ? [{ written, right }] : []
    },
  },
  {
    name: 'actionUnknown',
    severity: 'error',
    message: 'There is no action {written}.',
    broken: (subject) => {
      const written = actionOf(subject)
      return written && subject.action === null ? [{ written }] : []
    },
  },
  {
    name: 'nameCase',
    severity: 'error',
    message: '{name} must be written {right}.',
    broken: misspeltNames,
  },
  {
    name: 'blockPageAtStep',
    severity: 'error',
    message: 'ShowBlockPage is not documented before the token is sent.',
    broken: wrongStep('ShowBlockPage'),
  },
  {
    name: 'validationErrorAtStep',
    severity: 'error',
    message: 'ValidationError is for the step before creating the user only.',
    broken: wrongStep('ValidationError'),
  },
  {
    name: 'continueStatus',
    severity: 'error',
    message: 'Continue must come with HTTP 200, not {status}.',
    broken: wrongStatus('Continue'),
  },
  {
    name: 'blockPageStatus',
    severity: 'error',
    message: 'ShowBlockPage must come with HTTP 200, not {status}.',
    broken: wrongStatus('ShowBlockPage'),
  },
  {
    name: 'validationErrorStatus',
    severity: 'error',
    message: 'ValidationError must come with HTTP 400, not {status}.',
    broken: wrongStatus('ValidationError'),
  },
  {
    name: 'bodyStatusMissing',
    severity: 'error',
    message: 'ValidationError needs "status": 400 in the body as well.',
    broken: ofAction('ValidationError', (body) => body.status === undefined),
  },
  {
    name: 'bodyStatusOther',
    severity: 'error',
    message: 'The status in the body of a ValidationError must be 400.',
    broken: ofAction('ValidationError', ({ status }) => status !== undefined && !is400(status)),
  },
  {
    name: 'bodyStatusUnused',
    severity: 'info',
    message: 'status in the body means nothing except in a ValidationError.',
    broken: ofBody(
      ({ status }, { action }) =>
        status !== undefined && (action === 'Continue' || action === 'ShowBlockPage'),
    ),
  },
  {
    name: 'userMessageMissing',
    severity: 'error',
    message: 'There is no userMessage to show.',
    broken: ofBody((body, subject) => showsMessage(subject) && body.userMessage === undefined),
  },
  {
    name: 'userMessageNotText',
    severity: 'error',
    message: 'userMessage must be a text.',
    broken: ofBody(
      ({ userMessage }, subject) =>
        showsMessage(subject) && userMessage !== undefined && typeof userMessage !== 'string',
    ),
  },
  {
    name: 'userMessageEmpty',
    severity: 'error',
    message: 'userMessage is empty.',
    broken: ofMessage((message) => message.trim() === ''),
  },
  {
    name: 'userMessageLong',
    severity: 'warning',
    message: 'userMessage is too long to be read beside a form.',
    broken: ofMessage((message) => message.length > longMessage),
  },
  {
    name: 'userMessageMarkup',
    severity: 'warning',
    message: 'userMessage holds markup, which is shown as it is written.',
    broken: ofMessage((message) => /<\/?[a-z][^<>]{0,200}>|&[a-z]{2,8};/i.test(message)),
  },
  {
    name: 'userMessageTechnical',
    severity: 'warning',
    message: 'userMessage reads like a fault of the program.',
    broken: ofMessage((message) =>
      /exception|stack ?trace|undefined|null reference|\n\s+at /i.test(message),
    ),
  },
  {
    name: 'userMessageUnused',
    severity: 'info',
    message: 'userMessage is not shown with Continue.',
    broken: ofAction('Continue', (body) => body.userMessage !== undefined),
  },
]

/** The action that is meant, however it is spelt. */
export const meantAction = (written: unknown): Action | null =>
  (typeof written === 'string' &&
    actions.find((action) => action.toLowerCase() === written.trim().toLowerCase())) ||
  null
