'use client'

import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session/session'
import { useSecondsTo } from '../time/use-seconds-to'

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalM } })

/** Says that calls wait because Microsoft limits them, and until when; the person may end it. */
export function WaitingBar() {
  const { waitingRoom } = useSession()
  const { until } = useSyncExternalStore(
    waitingRoom.known.subscribe,
    waitingRoom.known.value,
    waitingRoom.known.value,
  )
  return until === null ? null : <Countdown until={until} onCancel={waitingRoom.cancel} />
}

type CountdownProps = { readonly until: number; readonly onCancel: () => void }

function Countdown({ until, onCancel }: CountdownProps) {
  const styles = useStyles()
  const t = useTranslations('shell')
  const seconds = Math.max(1, useSecondsTo(until))
  return (
    <MessageBar intent="info" politeness="polite" className={styles.bar}>
      <MessageBarBody>{t('waiting', { seconds })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onCancel}>{t('cancelWaiting')}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
