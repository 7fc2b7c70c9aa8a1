'use client'

import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { useIsOnline } from '../basics/use-is-online'

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalM } })

/** Says that there is no network, as long as there is none. */
export function OfflineBar() {
  const styles = useStyles()
  const t = useTranslations('shell')
  const isOnline = useIsOnline()
  return (
    <div role="status">
      {!isOnline && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{t('offline')}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
