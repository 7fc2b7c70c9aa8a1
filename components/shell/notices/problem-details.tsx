'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { Problem } from '@/lib/domain/problems/problem'
import { answerOfGraph } from '@/lib/domain/problems/reason-of-microsoft'
import { CopyButton } from '../basics/copy-button'
import { Folded } from '../basics/folded'

const useStyles = makeStyles({
  details: { marginTop: tokens.spacingVerticalS },
  summary: { cursor: 'pointer' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalM,
    marginBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 480px)': { gridTemplateColumns: '1fr' },
  },
  value: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

/** The details that Microsoft's support asks for, folded away; nothing in it is secret. */
export function ProblemDetails({ problem }: { readonly problem: Problem }) {
  const styles = useStyles()
  const t = useTranslations('problems')
  const rows = detailRows(problem).map(([label, value]) => [t(`label.${label}`), value] as const)
  const text = rows.map(([label, value]) => `${label}: ${value}`).join('\n')
  return (
    <Folded title={t('details')} className={styles.details} titleClassName={styles.summary}>
      <dl className={styles.list}>
        {rows.map(([label, value]) => (
          <Row key={label} label={label} value={value} />
        ))}
      </dl>
      <CopyButton text={text} what={t('details')} />
    </Folded>
  )
}

function Row({ label, value }: { readonly label: string; readonly value: string }) {
  const styles = useStyles()
  return (
    <>
      <dt>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  )
}

type Label =
  | 'status'
  | 'code'
  | 'message'
  | 'graph'
  | 'request'
  | 'requestId'
  | 'clientRequestId'
  | 'correlationId'
  | 'time'

function graphAnswer(problem: Problem): string | null {
  const answer = answerOfGraph(problem)
  return answer ? [answer.message, answer.code].filter(Boolean).join(', ') : null
}

/** As support knows it: the call, or the scopes that a token was wanted for. */
const requestOf = (problem: Problem): string =>
  problem.kind === 'request'
    ? `${problem.method} ${problem.path}`
    : ['sign-in', ...problem.scopes].join(' ')

function detailRows(problem: Problem): [Label, string][] {
  const rows: [Label, string | null][] = [
    ['status', problem.status === null ? null : String(problem.status)],
    ['code', problem.code],
    ['message', problem.message || null],
    ['graph', graphAnswer(problem)],
    ['request', requestOf(problem)],
    ['requestId', problem.requestId],
    ['clientRequestId', problem.clientRequestId],
    ['correlationId', problem.correlationId],
    ['time', new Date(problem.at).toISOString()],
  ]
  return rows.filter((row): row is [Label, string] => row[1] !== null)
}
