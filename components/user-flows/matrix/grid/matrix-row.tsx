'use client'

import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { Step, UserFlowKind } from '@/lib/contract/identifiers'
import { stepsOfKind } from '@/lib/contract/user-flow'
import { changeAt, type PendingChange } from '@/lib/domain/user-flows/pending-changes'
import type { FlowEntry } from '@/lib/domain/user-flows/user-flow'
import type { StepContent } from '@/lib/domain/user-flows/place'
import { MatrixCell, type CellDeeds } from './matrix-cell'
import { useMatrixStyles } from './use-matrix-styles'
import { RowProblem } from './row-problem'

const useStyles = makeStyles({
  badge: { height: 'auto', whiteSpace: 'normal' },
  id: { display: 'block', fontWeight: tokens.fontWeightSemibold, unicodeBidi: 'plaintext' },
})

type Entry = FlowEntry

type MatrixRowProps = CellDeeds & {
  readonly entry: Entry
  readonly steps: readonly Step[]
  readonly changes: readonly PendingChange[]
  readonly nameOf: (content: StepContent) => string
  /** The steps that a link has led to. */
  readonly targets: readonly Step[]
}

/** A flow and its steps. Only the rows that have changed are rendered again. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { flow, steps, problem, isReading } = props.entry
  const styles = useStyles()
  const shared = useMatrixStyles()
  const t = useTranslations('userFlows')
  return (
    <tr aria-busy={isReading}>
      <th scope="row" aria-label={flow.id} className={shared.flow}>
        <span className={styles.id}>{flow.id}</span>
        <KindBadge kind={flow.kind} />
        {steps && problem && <RowProblem {...props.entry} problem={problem} />}
      </th>
      {steps ? (
        <StepCells {...props} contents={steps} />
      ) : (
        <td colSpan={props.steps.length} className={shared.cell}>
          {problem ? (
            <RowProblem {...props.entry} problem={problem} />
          ) : (
            <span className={shared.quiet}>{t('readingRow')}</span>
          )}
        </td>
      )}
    </tr>
  )
})

type StepCellsProps = MatrixRowProps & { readonly contents: NonNullable<Entry['steps']> }

function StepCells({
  entry: { flow },
  contents,
  steps,
  changes,
  targets,
  ...deeds
}: StepCellsProps) {
  const shared = useMatrixStyles()
  return steps.map((step) => {
    if (!stepsOfKind[flow.kind].includes(step)) {
      return <td key={step} className={shared.cell} />
    }
    const place = { kind: flow.kind, flowId: flow.id, step }
    return (
      <MatrixCell
        key={step}
        place={place}
        present={contents[step]}
        change={changeAt(changes, place)}
        isTarget={targets.includes(step)}
        {...deeds}
      />
    )
  })
}

function KindBadge({ kind }: { readonly kind: UserFlowKind }) {
  const t = useTranslations('userFlows')
  const styles = useStyles()
  const isBeta = kind === 'b2cUserFlows'
  return (
    <Badge
      className={styles.badge}
      appearance="outline"
      color={isBeta ? 'informative' : 'brand'}
      title={isBeta ? t('betaExplanation') : undefined}
    >
      {t(`kind.${kind}`)}
      {isBeta && ` · ${t('beta')}`}
    </Badge>
  )
}
