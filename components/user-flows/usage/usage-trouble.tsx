'use client'

import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { ProblemDetails } from '@/components/shell/notices/problem-details'
import type { Problem } from '@/lib/domain/problems/problem'
import { useSession } from '@/lib/client/session/session'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { userFlowKindSchema } from '@/lib/contract/identifiers'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import { explainProblem } from '@/lib/domain/problems/explain-problem'

const useStyles = makeStyles({
  bar: { marginBlock: tokens.spacingVerticalM },
  list: { marginBlock: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
})

/** So many are named; the others are counted. */
const mostNamed = 5

type Trouble = { readonly what: string; readonly problem: Problem }

/** Failed readings with the reason and the button that reads again. Nothing, when all is well. */
export function UsageTrouble({ known }: { readonly known: UserFlows }) {
  const styles = useStyles()
  const t = useTranslations('userFlows.usage')
  const shell = useTranslations('shell')
  const reasons = useTranslations('problems')
  const { flowReader } = useSession()
  const troubles = useTroubles(known)
  const [first] = troubles
  if (!first) return null
  const count = known.flows.filter(({ problem }) => problem !== null).length
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('troubleTitle', { count })}</MessageBarTitle>
        {t('troubleBody')}
        <ul className={styles.list}>
          {troubles.slice(0, mostNamed).map(({ what, problem }) => {
            const reason = reasons(`${explainProblem(problem)}.title`)
            return <li key={what}>{t('troubleReason', { what, reason })}</li>
          })}
          {troubles.length > mostNamed && <li>…</li>}
        </ul>
        <ProblemDetails problem={first.problem} />
      </MessageBarBody>
      <MessageBarActions>
        <Button
          disabledFocusable={readingProgress(known).isReading}
          onClick={() => void flowReader.readFailed()}
        >
          {shell('retry')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function useTroubles({ kinds, flows }: UserFlows): Trouble[] {
  const t = useTranslations('userFlows')
  const ofKinds = userFlowKindSchema.options.flatMap((kind) => {
    const state = kinds[kind]
    if (state.state !== 'failed') return []
    return [{ what: t('usage.troubleKind', { kind: t(`kind.${kind}`) }), problem: state.problem }]
  })
  const ofFlows = flows.flatMap(({ flow, problem }) =>
    problem ? [{ what: flow.id, problem }] : [],
  )
  return [...ofKinds, ...ofFlows]
}
