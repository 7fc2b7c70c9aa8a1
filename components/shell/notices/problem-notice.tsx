'use client'

import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { Problem } from '@/lib/domain/problems/problem'
import { useSession } from '@/lib/client/session/session'
import { pages } from '@/lib/contract/routes'
import {
  explainProblem,
  isOutcomeUnknown,
  mayLackServicePrincipal,
  nextStepFor,
} from '@/lib/domain/problems/explain-problem'
import { reasonOfMicrosoft } from '@/lib/domain/problems/reason-of-microsoft'
import type { Situation } from '@/lib/domain/problems/situation'
import { ExternalTenant } from './external-tenant'
import { LostWriteActions } from './lost-write'
import type { LostWrite } from './use-lost-write'
import { useNavigationGuard } from '../dialogs/guard'
import { useSecondsTo } from '../time/use-seconds-to'
import { ProblemDetails } from './problem-details'
import { SignInAgain, useSignedInSince } from './sign-in-again'
import { SignedInAgain, type Repetition } from './signed-in-again'

const useStyles = makeStyles({
  notice: { marginBlock: tokens.spacingVerticalM },
  text: { display: 'block', marginTop: tokens.spacingVerticalXS },
  reason: {
    display: 'block',
    marginTop: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  list: { marginBlock: tokens.spacingVerticalXS },
})

type ProblemNoticeProps = {
  readonly problem: Problem
  /** Reads again. Left out where repeating could do harm. */
  readonly onRetry?: () => void
  /** Begins anew what was stopped; offered after a sign-in, never taken up on its own. */
  readonly repetition?: Repetition
  /** For a write: what can be done when its answer was lost. */
  readonly lostWrite?: LostWrite
}

/** A failure, explained: what happened, why it probably did, what to do, and what support needs. */
export function ProblemNotice(props: ProblemNoticeProps) {
  const { problem, onRetry, repetition } = props
  const t = useTranslations('signIn.again')
  const isAwaited = needsPerson(explainProblem(problem))
  const isEndedBySignIn = useSignedInSince(problem.at, () => onRetry?.(), isAwaited)
  if (!isEndedBySignIn) return <Explanation {...props} />
  return <SignedInAgain body={onRetry ? t('doneRead') : t('doneBody')} repetition={repetition} />
}

/** True for a situation that only the person can end, by signing in. */
export const needsPerson = (situation: Situation): boolean =>
  nextStepFor(situation) === 'signIn' || situation === 'consentRequired'

function Explanation({ problem, onRetry, lostWrite }: ProblemNoticeProps) {
  const styles = useStyles()
  const t = useTranslations('problems')
  const seconds = useSecondsToRetry(problem)
  const situation = explainProblem(problem)
  if (situation === 'externalTenant') return <ExternalTenant />
  return (
    <MessageBar intent={intentOf(situation)} layout="multiline" className={styles.notice}>
      <MessageBarBody>
        <div role="alert">
          <MessageBarTitle>{t(`${situation}.title`)}</MessageBarTitle>
          <span className={styles.text}>{t(`${situation}.body`)}</span>
          <Reason problem={problem} />
          <Complaints problem={problem} />
        </div>
        {/* Outside of what is announced: it may count seconds. */}
        <span className={styles.text}>{t(`${situation}.next`, { seconds: seconds ?? -1 })}</span>
        {mayLackServicePrincipal(problem) && (
          <span className={styles.text}>
            {t('servicePrincipal', { body: servicePrincipalBody })}
          </span>
        )}
        {needsPerson(situation) && <SignInPart situation={situation} problem={problem} />}
        {lostWrite && isOutcomeUnknown(situation) && <LostWriteActions {...lostWrite} />}
        <ProblemDetails problem={problem} />
      </MessageBarBody>
      <MessageBarActions>
        <NextStepButton situation={situation} onRetry={onRetry} />
      </MessageBarActions>
    </MessageBar>
  )
}

const servicePrincipalBody = '{"appId":"99045fe1-7639-4a75-9d4a-577b6ca3810f"}'

const warnings: ReadonlySet<Situation> = new Set([
  'claimsChallenge',
  'throttled',
  'portalBusy',
  'tooManyTests',
  'savedNotRead',
  'offline',
])

const intentOf = (situation: Situation) =>
  isOutcomeUnknown(situation) || warnings.has(situation) ? 'warning' : 'error'

/** Whole seconds that Microsoft, or the portal, wants to be left alone; null when it has not said. */
function useSecondsToRetry({ at, retryAfterSeconds }: Problem): number | null {
  const seconds = useSecondsTo(at + (retryAfterSeconds ?? 0) * 1000)
  return retryAfterSeconds === null ? null : seconds
}

/** Why Microsoft refused, in its own words. */
function Reason({ problem }: { readonly problem: Problem }) {
  const styles = useStyles()
  const t = useTranslations('problems')
  const reason = reasonOfMicrosoft(problem)
  return reason && <span className={styles.reason}>{t('reason', { reason })}</span>
}

/** Details of a lost answer: the situation says the same, and the fold for support has the rest. */
const aboutOutcome = ['outcome', 'graph']

function Complaints({ problem }: { readonly problem: Problem }) {
  const styles = useStyles()
  const complaints = problem.details.filter(({ target }) => !aboutOutcome.includes(target ?? ''))
  if (complaints.length === 0) return null
  return (
    <ul className={styles.list}>
      {complaints.map(({ target, message }, index) => (
        <li key={index}>{[target, message].filter(Boolean).join(': ')}</li>
      ))}
    </ul>
  )
}

type SignInPartProps = { readonly situation: Situation; readonly problem: Problem }

/** A demand that comes back right after it was met is not met by the same again. */
function SignInPart({ situation, problem }: SignInPartProps) {
  const styles = useStyles()
  const t = useTranslations('signIn.again')
  const { reauthentication, needsOf } = useSession()
  if (reauthentication.isRepeated(problem)) {
    const { requestId, clientRequestId, correlationId } = problem
    const references = [requestId, clientRequestId, correlationId].filter(Boolean).join(', ')
    return (
      <strong role="alert" className={styles.text}>
        {t('repeated', { references: references || '–' })}
      </strong>
    )
  }
  const name = situation === 'claimsChallenge' ? t('verify') : t('signIn')
  return (
    <SignInAgain
      needs={needsOf(problem)}
      since={problem.at}
      name={situation === 'consentRequired' ? t('consent') : name}
    />
  )
}

type NextStepButtonProps = {
  readonly situation: Situation
  readonly onRetry: (() => void) | undefined
}

function NextStepButton({ situation, onRetry }: NextStepButtonProps) {
  const t = useTranslations('problems')
  const shell = useTranslations('shell')
  const { goTo } = useNavigationGuard()
  switch (nextStepFor(situation)) {
    case 'toConnectors':
      return <Button onClick={() => goTo(pages.connectors())}>{t('toConnectors')}</Button>
    case 'toSetup':
      return <Button onClick={() => goTo(pages.setup())}>{t('toSetup')}</Button>
    case 'retry':
      return onRetry ? <Button onClick={onRetry}>{shell('retry')}</Button> : null
    case 'signIn': // see SignInPart
    case null:
      return null
  }
}
