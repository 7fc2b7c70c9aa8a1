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
import type { Problem } from '@/lib/client/problem'
import { useSession } from '@/lib/client/session'
import { pages } from '@/lib/contract/routes'
import { explainProblem, nextStepFor } from '@/lib/domain/explain-problem'
import type { Situation } from '@/lib/domain/situation'
import { useNavigationGuard } from './navigation-guard'
import { ProblemDetails } from './problem-details'

const useStyles = makeStyles({
  notice: { marginBlock: tokens.spacingVerticalM },
  text: { display: 'block', marginTop: tokens.spacingVerticalXS },
  list: { marginBlock: tokens.spacingVerticalXS },
})

type ProblemNoticeProps = {
  readonly problem: Problem
  /** Reads again. Left out where repeating could do harm. */
  readonly onRetry?: () => void
}

/** A failure, explained: what happened, why it probably did, what to do, and what support needs. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  const styles = useStyles()
  const t = useTranslations('problems')
  const situation = explainProblem(problem)
  const seconds = problem.retryAfterSeconds ?? 0
  return (
    <MessageBar intent={intentOf(situation)} layout="multiline" className={styles.notice}>
      <MessageBarBody>
        <MessageBarTitle>{t(`${situation}.title`)}</MessageBarTitle>
        <span className={styles.text}>{t(`${situation}.body`)}</span>
        <Complaints problem={problem} />
        <span className={styles.text}>
          {situation === 'throttled' ? t('throttled.next', { seconds }) : t(`${situation}.next`)}
        </span>
        <ProblemDetails problem={problem} />
      </MessageBarBody>
      <MessageBarActions>
        <NextStepButton situation={situation} problem={problem} onRetry={onRetry} />
      </MessageBarActions>
    </MessageBar>
  )
}

const warnings: ReadonlySet<Situation> = new Set([
  'claimsChallenge',
  'throttled',
  'outcomeUnknown',
  'savedNotRead',
  'offline',
])

const intentOf = (situation: Situation) => (warnings.has(situation) ? 'warning' : 'error')

function Complaints({ problem }: { readonly problem: Problem }) {
  const styles = useStyles()
  if (problem.details.length === 0) return null
  return (
    <ul className={styles.list}>
      {problem.details.map(({ target, message }, index) => (
        <li key={index}>{[target, message].filter(Boolean).join(': ')}</li>
      ))}
    </ul>
  )
}

type NextStepButtonProps = {
  readonly situation: Situation
  readonly problem: Problem
  readonly onRetry: (() => void) | undefined
}

function NextStepButton({ situation, problem, onRetry }: NextStepButtonProps) {
  const t = useTranslations('problems')
  const shell = useTranslations('shell')
  const { signInAgain } = useSession()
  const { goTo } = useNavigationGuard()
  switch (nextStepFor(situation)) {
    case 'signIn':
      return (
        <Button appearance="primary" onClick={() => void signInAgain(problem.claims)}>
          {situation === 'claimsChallenge' ? t('verify') : t('signInAgain')}
        </Button>
      )
    case 'toConnectors':
      return <Button onClick={() => goTo(pages.connectors())}>{t('toConnectors')}</Button>
    case 'toSetup':
      return <Button onClick={() => goTo(pages.setup())}>{t('toSetup')}</Button>
    case 'retry':
      return onRetry ? <Button onClick={onRetry}>{shell('retry')}</Button> : null
    case null:
      return null
  }
}
