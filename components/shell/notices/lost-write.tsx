'use client'

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Sighting } from '@/lib/domain/write-outcome'

const useStyles = makeStyles({
  text: { display: 'block', marginBlock: tokens.spacingVerticalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** A write whose answer was lost. */
export type LostWrite = {
  /** Looks whether it has happened, and goes on as if the answer had come if it has. */
  readonly check: () => Promise<Sighting>
  /** Sends it once more. */
  readonly again: () => void
}

/** Looks again, and sends again only what was looked for in vain. */
export function LostWriteActions({ check, again }: LostWrite) {
  const styles = useStyles()
  const t = useTranslations('problems.lost')
  const [state, setState] = useState<Sighting | 'checking' | null>(null)

  const look = async () => {
    setState('checking')
    const sighting = await check()
    setState(sighting)
    return sighting
  }
  const lookAndSend = async () => {
    const sighting = await look()
    if (sighting === 'notSeen' || sighting === 'hidden') again()
  }
  const isBusy = state === 'checking'
  return (
    <>
      <span role="status" className={styles.text}>
        {state && t(state)}
      </span>
      <span className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void look()}>
          {t('check')}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => void lookAndSend()}>
          {t('again')}
        </Button>
      </span>
    </>
  )
}
