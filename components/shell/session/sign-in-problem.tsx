'use client'

import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { Problem } from '@/lib/domain/problems/problem'
import { signIn } from '@/lib/client/session/sign-in'
import { permissions } from '@/lib/contract/permissions'
import { pages } from '@/lib/contract/routes'
import type { PortalSettings } from '@/lib/contract/settings'
import { explainProblem } from '@/lib/domain/problems/explain-problem'
import type { Situation } from '@/lib/domain/problems/situation'
import { ProblemDetails } from '../notices/problem-details'

const useStyles = makeStyles({
  notice: { maxWidth: '40rem', marginInline: 'auto' },
  text: { display: 'block', marginBlock: tokens.spacingVerticalXS },
})

/** Sentences that differ here, where there is no page to go on with. */
const textOf: Partial<
  Record<Situation, 'consentRequired' | 'signInCancelled' | 'interactionRequired' | 'signInFailed'>
> = {
  consentRequired: 'consentRequired',
  adminApproval: 'consentRequired',
  signInCancelled: 'signInCancelled',
  signInExpired: 'interactionRequired',
  signInFailed: 'signInFailed',
}

type SignInProblemProps = { readonly problem: Problem; readonly settings: PortalSettings }

/** Why a sign-in came back without a session, above the sign-in page. */
export function SignInProblem({ problem, settings }: SignInProblemProps) {
  const styles = useStyles()
  const t = useTranslations('signIn')
  const explanations = useTranslations('problems')
  const situation = explainProblem(problem)
  const text = textOf[situation]
  const isRefusal = text === 'consentRequired'
  return (
    <MessageBar
      intent={isRefusal ? 'warning' : 'error'}
      layout="multiline"
      className={styles.notice}
    >
      <MessageBarBody>
        <MessageBarTitle>
          {text ? t(`${text}Title`) : explanations(`${situation}.title`)}
        </MessageBarTitle>
        <span className={styles.text}>
          {text
            ? t(`${text}Body`, { permission: permissions.writeConnectors })
            : explanations(`${situation}.body`)}
        </span>
        {!text && (
          <span className={styles.text}>{explanations(`${situation}.next`, { seconds: 0 })}</span>
        )}
        {isRefusal && (
          <Link href={`${pages.setup()}#consent`} inline>
            {t('consentRequiredHow')}
          </Link>
        )}
        <ProblemDetails problem={problem} />
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void signIn(settings, { chooseAccount: true })}>
          {t('otherAccount')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
