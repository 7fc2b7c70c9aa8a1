'use client'

import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { needsPerson, ProblemNotice } from '@/components/shell/notices/problem-notice'
import type { Problem } from '@/lib/domain/problems/problem'
import { useSession } from '@/lib/client/session/session'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { userFlowKindSchema, type UserFlowKind } from '@/lib/contract/identifiers'
import { explainProblem } from '@/lib/domain/problems/explain-problem'
import { useMatrixStyles } from './grid/use-matrix-styles'

type KindProblem = { readonly kinds: readonly UserFlowKind[]; readonly problem: Problem }

/** Failed readings, each with a button to try again. The flows that were read stay below. */
export function FlowProblems({ known }: { readonly known: UserFlows }) {
  const t = useTranslations('userFlows')
  const shell = useTranslations('shell')
  const styles = useMatrixStyles()
  const { flowReader } = useSession()
  const unread = known.flows.filter(({ problem }) => problem !== null)
  const failedKinds = kindProblems(known)
  // A row has no room for a sign-in, without which it could be tried again for ever.
  const stopped = failedKinds.length === 0 ? unread.map(problemOf).find(isStopped) : undefined
  const retry = () => void flowReader.readFailed()
  return (
    <>
      {failedKinds.map(({ kinds, problem }) => (
        <section key={kinds.join()} aria-label={t('kindUnread', { kinds: named(kinds, t) })}>
          <Text weight="semibold">{t('kindUnread', { kinds: named(kinds, t) })}</Text>
          <ProblemNotice problem={problem} onRetry={retry} />
        </section>
      ))}
      {stopped && <ProblemNotice problem={stopped} onRetry={retry} />}
      {unread.length > 1 && (
        <MessageBar intent="warning" layout="multiline" className={styles.notice}>
          <MessageBarBody>{t('flowsUnread', { count: unread.length })}</MessageBarBody>
          <MessageBarActions>
            <Button disabledFocusable={unread.some(({ isReading }) => isReading)} onClick={retry}>
              {shell('retry')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </>
  )
}

const problemOf = ({ problem }: UserFlows['flows'][number]) => problem

const isStopped = (problem: Problem | null): problem is Problem =>
  problem !== null && needsPerson(explainProblem(problem))

const named = (
  kinds: readonly UserFlowKind[],
  t: ReturnType<typeof useTranslations<'userFlows'>>,
) => kinds.map((kind) => t(`kind.${kind}`)).join(', ')

/** One notice when both kinds have failed for the same reason. */
function kindProblems({ kinds }: UserFlows): KindProblem[] {
  const failed = userFlowKindSchema.options.flatMap((kind): KindProblem[] => {
    const state = kinds[kind]
    return state.state === 'failed' ? [{ kinds: [kind], problem: state.problem }] : []
  })
  const [first, second] = failed
  if (!first || !second) return failed
  return explainProblem(first.problem) === explainProblem(second.problem)
    ? [{ ...first, kinds: [...first.kinds, ...second.kinds] }]
    : failed
}
