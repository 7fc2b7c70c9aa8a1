'use client'

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { ProblemDetails } from '@/components/shell/notices/problem-details'
import type { Problem } from '@/lib/domain/problems/problem'
import { useSession } from '@/lib/client/session/session'
import { explainProblem } from '@/lib/domain/problems/explain-problem'
import type { FlowEntry } from '@/lib/domain/user-flows/user-flow'

const useStyles = makeStyles({
  problem: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalXS },
  title: { display: 'flex', gap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, marginTop: '2px', fontSize: tokens.fontSizeBase400 },
})

type RowProblemProps = FlowEntry & { readonly problem: Problem }

/** Why this flow could not be read, and another try for it alone. */
export function RowProblem({ flow, steps, problem, isReading }: RowProblemProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const problems = useTranslations('problems')
  const shell = useTranslations('shell')
  const { flowReader } = useSession()
  const retry = async (row: HTMLElement | null) => {
    await flowReader.readFlow(flow)
    // The button is gone after a success, and the focus with it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusFirstCell(row)
    })
  }
  return (
    <div className={styles.problem}>
      <span className={styles.title}>
        <WarningRegular aria-hidden className={styles.icon} />
        {steps ? t('rowOutdated') : t('rowUnread')}
      </span>
      <span>{problems(`${explainProblem(problem)}.title`)}</span>
      <ProblemDetails problem={problem} />
      <Button
        size="small"
        aria-label={t('retryRow', { flow: flow.id })}
        data-stop="retry"
        tabIndex={-1}
        disabledFocusable={isReading}
        onClick={({ currentTarget }) => void retry(currentTarget.closest('tr'))}
      >
        {shell('retry')}
      </Button>
    </div>
  )
}

const focusFirstCell = (row: HTMLElement | null) =>
  row?.querySelector<HTMLElement>('[data-stop]')?.focus()
