'use client'

import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowClockwiseRegular, LinkAddRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { DialogButton } from '@/components/shell/dialogs/dialog-button'
import { useSession } from '@/lib/client/session/session'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { useCallersFirst, useUserFlows } from '@/lib/client/use-user-flows'
import {
  connectorUsage,
  readingProgress,
  type ConnectorUsage,
} from '@/lib/domain/user-flows/connector-usage'
import { AttachDialog } from './attach-dialog'
import type { Attachable } from './use-attaching'
import { FlowPermission } from '../usage/flow-permission'
import { UsageDetachment } from './usage-detachment'
import { UsageProgress } from '../usage/usage-progress'
import { UsageTrouble } from '../usage/usage-trouble'

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
  },
  state: { display: 'grid', gap: tokens.spacingVerticalXS },
})

type ConnectorProps = { readonly connector: Attachable }

/** Where one connector is used, in all states, with what can be done about it. */
export function UsagePanel({ connector }: ConnectorProps) {
  const known = useUserFlows('silent')
  const usage = useMemo(() => connectorUsage(known, connector.id), [known, connector.id])
  useCallersFirst(usage)
  if (known.access === 'missing') return <FlowPermission />
  return (
    <Stack gap="M">
      <Tools connector={connector} known={known} />
      <UsageTrouble known={known} />
      <Words usage={usage} isReading={readingProgress(known).isReading} />
      <UsageDetachment connector={connector} places={usage.kind === 'used' ? usage.places : []} />
    </Stack>
  )
}

function Tools({ connector, known }: ConnectorProps & { readonly known: UserFlows }) {
  const styles = useStyles()
  const t = useTranslations('userFlows.usage')
  const { flowReader } = useSession()
  const { isReading } = readingProgress(known)
  return (
    <div className={styles.tools}>
      <DialogButton
        button={(opener) => (
          <Button {...opener} icon={<LinkAddRegular />}>
            {t('attach.open')}
          </Button>
        )}
      >
        {(close) => <AttachDialog connector={connector} onClose={close} />}
      </DialogButton>
      <Button
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={isReading}
        onClick={() => void flowReader.readAll()}
      >
        {t('panel.checkAgain')}
      </Button>
      <UsageProgress known={known} />
    </div>
  )
}

type WordsProps = { readonly usage: ConnectorUsage; readonly isReading: boolean }

function Words({ usage, isReading }: WordsProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows.usage.panel')
  switch (usage.kind) {
    case 'reading':
      return null
    case 'used':
      return (
        <>
          <Text>{t('used')}</Text>
          {usage.unchecked > 0 && !isReading && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t('usedPartly', { unchecked: usage.unchecked })}</MessageBarBody>
            </MessageBar>
          )}
        </>
      )
    case 'notUsed':
    case 'unknown':
      return (
        <div className={styles.state}>
          <Text as="h2" size={400} weight="semibold">
            {t(usage.kind)}
          </Text>
          <Text>{t(`${usage.kind}Body`)}</Text>
        </div>
      )
  }
}
