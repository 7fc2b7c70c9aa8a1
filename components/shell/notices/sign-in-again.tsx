'use client'

import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { keepDrafts } from '@/lib/client/storage/drafts'
import type { Problem } from '@/lib/domain/problems/problem'
import type { SignInWindow, WindowEnd } from '@/lib/client/session/reauthentication'
import type { SignInNeeds } from '@/lib/client/session/sign-in'
import { useSession } from '@/lib/client/session/session'
import { pages } from '@/lib/contract/routes'
import { explainProblem } from '@/lib/domain/problems/explain-problem'
import { useNavigationGuard } from '../dialogs/guard'

const useStyles = makeStyles({
  text: { display: 'block', marginBlock: tokens.spacingVerticalXS },
  hint: {
    display: 'block',
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
})

const none: SignInWindow = { kind: 'none' }

/** The sign-in window, unless it ended before the need for it arose (epoch milliseconds). */
function useSignInWindow(since: number): SignInWindow {
  const { reauthentication } = useSession()
  const { subscribe, value } = reauthentication.window
  const present = useSyncExternalStore(subscribe, value, value)
  return present.kind === 'ended' && present.at < since ? none : present
}

/**
 * True once the person has signed in again after this moment (epoch milliseconds); then acts once, if the
 * sign-in is one that this waits for.
 */
export function useSignedInSince(since: number, act: () => void, isAwaited = true): boolean {
  const present = useSignInWindow(since)
  const isSignedIn = isAwaited && present.kind === 'ended' && present.end.kind === 'signedIn'
  const actNow = useEffectEvent(act)
  useEffect(() => {
    if (isSignedIn) actNow()
  }, [isSignedIn])
  return isSignedIn
}

type SignInAgainProps = {
  readonly needs: SignInNeeds
  /** When the need arose, epoch milliseconds. */
  readonly since: number
  /** The label of the button that opens the window. */
  readonly name: string
}

/** The buttons that let a person sign in again, in a window or on this page, and how that goes. */
export function SignInAgain({ needs, since, name }: SignInAgainProps) {
  const styles = useStyles()
  const t = useTranslations('signIn.again')
  const { reauthentication } = useSession()
  const present = useSignInWindow(since)
  const { leave, failure } = useLeaving(needs)
  const isOpen = present.kind === 'open'
  return (
    <>
      <span role="status" className={styles.text}>
        {isOpen && t('waiting')}
        {present.kind === 'ended' && <End end={present.end} />}
        {failure && t('failed', { reason: failure.message || failure.code })}
      </span>
      <span className={styles.buttons}>
        <Button onClick={() => reauthentication.open(needs)}>
          {isOpen ? t('openAgain') : name}
        </Button>
        <Button onClick={leave}>{t('onPage')}</Button>
        {isOpen && <Button onClick={reauthentication.giveUp}>{t('stopWaiting')}</Button>}
      </span>
      <span className={styles.hint}>{t('onPageHint')}</span>
    </>
  )
}

/** Leaves this page for the sign-in. Where not everything can be kept, the browser asks before. */
function useLeaving(needs: SignInNeeds) {
  const { signInOnPage } = useSession()
  const { stopAsking } = useNavigationGuard()
  const [failure, setFailure] = useState<Problem | null>(null)
  const leave = async () => {
    const askAgain = keepDrafts() ? stopAsking() : () => undefined
    const left = await signInOnPage(needs)
    askAgain()
    if (!left.ok) setFailure(left.problem)
  }
  return { leave: () => void leave(), failure }
}

function End({ end }: { readonly end: WindowEnd }) {
  const t = useTranslations('signIn.again')
  const { person } = useSession()
  switch (end.kind) {
    case 'signedIn':
      return t('done')
    case 'blocked':
    case 'timedOut':
      return t(end.kind)
    case 'otherAccount':
      return t('otherAccount', { other: end.username, person: person.username })
    case 'failed':
      return <Failure problem={end.problem} />
  }
}

function Failure({ problem }: { readonly problem: Problem }) {
  const t = useTranslations('signIn.again')
  const problems = useTranslations('problems')
  const situation = explainProblem(problem)
  if (situation === 'adminApproval') {
    return (
      <>
        {t('approval')}{' '}
        <Link href={`${pages.setup()}#consent`} target="_blank" rel="noopener" inline>
          {t('approvalHow')}
        </Link>
      </>
    )
  }
  if (situation === 'consentDeclined' || situation === 'signInCancelled') return t('cancelled')
  const isPlain = situation === 'signInFailed' || situation === 'signInExpired'
  const reason = isPlain ? problem.message || problem.code : problems(`${situation}.title`)
  return t('failed', { reason })
}
