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
import type { Problem } from '@/lib/client/problem'
import { signIn } from '@/lib/client/sign-in'
import { permissions } from '@/lib/contract/permissions'
import { pages } from '@/lib/contract/routes'
import type { PortalSettings } from '@/lib/contract/settings'
import { ProblemDetails } from './problem-details'

const useStyles = makeStyles({
  notice: { maxWidth: '40rem', marginInline: 'auto' },
  text: { display: 'block', marginBlock: tokens.spacingVerticalXS },
})

const situations = [
  'consentRequired',
  'signInCancelled',
  'interactionRequired',
  'signInFailed',
] as const

type SignInProblemProps = { readonly problem: Problem; readonly settings: PortalSettings }

/** Why a sign-in came back without a session, above the sign-in page. */
export function SignInProblem({ problem, settings }: SignInProblemProps) {
  const styles = useStyles()
  const t = useTranslations('signIn')
  const situation = situations.find((known) => known === problem.code) ?? 'signInFailed'
  const isRefusal = situation === 'consentRequired'
  return (
    <MessageBar
      intent={isRefusal ? 'warning' : 'error'}
      layout="multiline"
      className={styles.notice}
    >
      <MessageBarBody>
        <MessageBarTitle>{t(`${situation}Title`)}</MessageBarTitle>
        <span className={styles.text}>
          {t(`${situation}Body`, { permission: permissions.writeConnectors })}
        </span>
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
