'use client'

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session/session'
import { FlowPermission } from './flow-permission'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    marginBottom: tokens.spacingVerticalS,
  },
  refused: { marginBottom: tokens.spacingVerticalM },
})

/** One line beside other things that do without the permission; asking for it takes more. */
export function UsagePermission() {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const { reauthentication, flowNeeds, refusal } = useSession()
  const [isAsking, setIsAsking] = useState(false)
  if (refusal || isAsking) {
    return (
      <div className={styles.refused}>
        <FlowPermission />
      </div>
    )
  }
  return (
    <div className={styles.line}>
      <span>{t('usage.needsPermission')}</span>
      <Button
        size="small"
        onClick={() => {
          reauthentication.open(flowNeeds)
          setIsAsking(true)
        }}
      >
        {t('permission.ask')}
      </Button>
    </div>
  )
}
