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

const useStyles = makeStyles({
  notice: { marginBlock: tokens.spacingVerticalM },
  text: { display: 'block', marginTop: tokens.spacingVerticalXS },
})

/** Something that was stopped by a sign-in and can be begun again. */
export type Repetition = { readonly name: string; readonly act: () => void }

type SignedInAgainProps = {
  readonly body: string
  readonly repetition: Repetition | undefined
}

/** After a sign-in in the middle of work: the work is offered, never taken up on its own. */
export function SignedInAgain({ body, repetition }: SignedInAgainProps) {
  const styles = useStyles()
  const t = useTranslations('signIn.again')
  return (
    <MessageBar intent="success" layout="multiline" className={styles.notice}>
      <MessageBarBody>
        <MessageBarTitle>{t('done')}</MessageBarTitle>
        <span className={styles.text}>{body}</span>
      </MessageBarBody>
      {repetition && (
        <MessageBarActions>
          {/* The focus was on the button that has opened the window, and is gone with it. */}
          <Button autoFocus onClick={repetition.act}>
            {repetition.name}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
