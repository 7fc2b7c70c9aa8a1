'use client'

import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session/session'

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
  const seconds = useSecondsTo(until)
  return (
    <MessageBar intent="info" politeness="polite" className={styles.bar}>
      <MessageBarBody>{t('waiting', { seconds })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onCancel}>{t('cancelWaiting')}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}

/** Whole seconds, counting down to one. */
function useSecondsTo(until: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return Math.max(1, Math.ceil((until - now) / 1000))
}
