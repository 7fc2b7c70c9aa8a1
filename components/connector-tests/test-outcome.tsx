'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import type { PastTest } from '@/lib/domain/connector-tests/history'
import { AnswerPanel, RequestPanel } from './answer-panel'
import { ConnectionPanel } from './connection-panel'
import { Findings } from './findings'
import { PreviewPanel } from './preview-panel'
import { StageTimes } from './stage-times'
import type { TestState } from './use-test-run'
import { momentText } from '@/components/shell/time/moment-text'
import { VerdictSummary } from './verdict-summary'

const useStyles = makeStyles({
  result: { display: 'grid', gap: tokens.spacingVerticalXL, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    scrollMarginTop: tokens.spacingVerticalL,
    ':focus': { outlineStyle: 'none' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

/** The result of a test. */
export function TestOutcome({ state }: { readonly state: TestState }) {
  if (state.kind === 'refused') return <ProblemNotice problem={state.problem} />
  if (state.kind !== 'done') return null
  return <Result key={state.turn} test={state.test} isEarlier={state.isEarlier} />
}

type ResultProps = { readonly test: PastTest; readonly isEarlier: boolean }

function showFromTop(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}

/** It takes the focus: that is how it is seen, and heard, that the test has ended. */
function Result({ test, isEarlier }: ResultProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const { result, step } = test
  return (
    <section aria-label={t('result')} className={styles.result}>
      <h2 ref={showFromTop} tabIndex={-1} className={styles.heading}>
        {isEarlier ? t('earlier', { when: momentText(test.at, 'second') }) : t('result')}
      </h2>
      <VerdictSummary result={result} />
      <div className={styles.columns}>
        {result.verdict && <Findings verdict={result.verdict} test={test} />}
        <PreviewPanel result={result} step={step} />
      </div>
      <StageTimes result={result} />
      {result.response && <AnswerPanel response={result.response} />}
      {result.tls && <ConnectionPanel tls={result.tls} />}
      <RequestPanel request={result.request} />
    </section>
  )
}
