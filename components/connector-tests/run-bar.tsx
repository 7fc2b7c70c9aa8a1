'use client'

import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { CopyRegular, PlayRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageLink } from '@/components/shell/frame/page-link'
import { pages } from '@/lib/contract/routes'
import { curlCommand } from '@/lib/domain/connector-tests/curl'
import type { TestTarget } from './test-target'
import type { RequestDraft } from './use-request-draft'
import type { TestRun } from './use-test-run'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  status: { minHeight: tokens.lineHeightBase300, display: 'block' },
})

type RunBarProps = {
  readonly draft: RequestDraft
  readonly target: TestTarget
  readonly testRun: TestRun
}

/** Runs, cancels, copies; and says how things stand. */
export function RunBar({ draft, target, testRun: { state, cancel } }: RunBarProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const isRunning = state.kind === 'running'
  return (
    <div>
      <div className={styles.bar}>
        <Button
          type="submit"
          appearance="primary"
          icon={isRunning ? <Spinner size="tiny" aria-hidden /> : <PlayRegular />}
          disabledFocusable={isRunning || !draft.read.ok}
        >
          {isRunning ? t('running') : t('run')}
        </Button>
        {isRunning && <Button onClick={cancel}>{t('cancel')}</Button>}
        <CurlButton draft={draft} target={target} />
        {target.connectorId !== null && (
          <PageLink href={pages.samples(target.connectorId)}>{t('samplesLink')}</PageLink>
        )}
      </div>
      <Text role="status" className={styles.status}>
        {isRunning && t('runningStatus')}
        {state.kind === 'cancelled' && t('cancelled')}
      </Text>
    </div>
  )
}

function CurlButton({ draft, target }: Omit<RunBarProps, 'testRun'>) {
  const t = useTranslations('connectorTests')
  const [isCopied, setIsCopied] = useState(false)
  const { read } = draft
  const copy = () => {
    if (!read.ok) return
    const command = curlCommand({ ...target.curl, body: read.claims })
    void navigator.clipboard.writeText(command).then(() => setIsCopied(true))
  }
  return (
    <>
      <Button
        icon={<CopyRegular />}
        disabledFocusable={!read.ok}
        onClick={copy}
        onBlur={() => setIsCopied(false)}
      >
        {t('curl')}
      </Button>
      <Text role="status" size={200}>
        {isCopied && t('curlCopied')}
      </Text>
    </>
  )
}
