'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode, SyntheticEvent } from 'react'
import { useTranslations } from 'use-intl'
import { MoreTexts } from '@/components/shell/frame/more-texts'
import { testTexts } from '@/lib/messages/test-texts'
import { Stack } from '@/components/shell/basics/stack'
import { useUserFlows } from '@/lib/client/use-user-flows'
import { defaultKind } from '@/lib/domain/connector-tests/default-kind'
import { ClaimsEditor } from './claims-editor'
import { RequestFields } from './request-fields'
import { RunBar } from './run-bar'
import { TestHistory } from './test-history'
import { TestOutcome } from './test-outcome'
import type { TestTarget } from './test-target'
import { useRequestDraft } from './use-request-draft'
import { useTestRun } from './use-test-run'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  lead: { margin: 0, maxWidth: '110ch', color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
})

type TestConsoleProps = {
  readonly target: TestTarget
  /** Where the credentials of the test are entered, if they are not known already. */
  readonly credentials?: ReactNode
}

/** Tries an endpoint as Microsoft would call it: the request, the call, the verdict, the history. */
export function TestConsole(props: TestConsoleProps) {
  return (
    <MoreTexts texts={testTexts}>
      <Console {...props} />
    </MoreTexts>
  )
}

function Console({ target, credentials }: TestConsoleProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const flows = useUserFlows('cached')
  const draft = useRequestDraft(defaultKind(flows, target.connectorId))
  const testRun = useTestRun(target)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation() // the console may stand within the form of a connector
    const { read, tenantKind, step } = draft
    if (read.ok) void testRun.run({ tenantKind, step, claims: read.claims })
  }
  return (
    <Stack gap="XXL">
      <form noValidate className={styles.form} onSubmit={submit}>
        <p className={styles.lead}>{t('lead')}</p>
        <h2 className={styles.heading}>{t('request')}</h2>
        <RequestFields draft={draft} />
        <ClaimsEditor draft={draft} />
        {credentials}
        <RunBar draft={draft} target={target} testRun={testRun} />
      </form>
      <TestOutcome state={testRun.state} />
      <TestHistory name={target.name} onShow={testRun.show} />
    </Stack>
  )
}
