'use client'

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { LostWrite } from './use-lost-write'

const useStyles = makeStyles({
  text: { display: 'block', marginBlock: tokens.spacingVerticalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Looks again, and sends again only what was looked for in vain. */
export function LostWriteActions({ isBusy, sighting, look, lookAndSend }: LostWrite) {
  const styles = useStyles()
  const t = useTranslations('problems.lost')
  const state = isBusy ? 'checking' : sighting
  return (
    <>
      <span role="status" className={styles.text}>
        {state && t(state)}
      </span>
      <span className={styles.buttons}>
        <Button disabledFocusable={isBusy} onClick={look}>
          {t('check')}
        </Button>
        <Button disabledFocusable={isBusy} onClick={lookAndSend}>
          {t('again')}
        </Button>
      </span>
    </>
  )
}
