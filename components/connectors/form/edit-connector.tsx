'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { withWorkTexts } from '../with-work-texts'
import { useConclusion } from '@/components/shell/notices/use-conclusion'
import { Loading } from '@/components/shell/notices/loading'
import { useNavigationGuard } from '@/components/shell/dialogs/guard'
import { PageHeading } from '@/components/shell/frame/page-heading'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import { useConnectorWrites } from '@/lib/client/writes/use-connector-writes'
import { useConnector } from '@/lib/client/use-connectors'
import { useLostWrites } from '@/lib/client/writes/use-lost-writes'
import type { Problem } from '@/lib/domain/problems/problem'
import { connectorChangesSchema, type Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import { shownName } from '@/lib/domain/shown-text'
import { openedIn, type ConnectorDraft } from './drafts/connector-draft'
import { ConnectorForm } from './connector-form'
import { changesFrom } from './values/connector-form-values'
import { useConnectorDraft } from './drafts/use-connector-draft'
import { useCreation } from './saving/use-creation'
import type { Save } from './saving/use-save'
import { WriteOnly } from '@/components/shell/writing/write-only'

export const EditConnector = withWorkTexts(EditConnectorPage)

function EditConnectorPage({ id }: { readonly id: string }) {
  const t = useTranslations('connectors')
  const draft = useConnectorDraft()
  const { connector, problem, retry } = useFreshConnector(id)
  const wasDeleted = problem?.status === 404
  const shown = connector ?? (wasDeleted ? draft?.opened?.connector : undefined)
  const name = shown?.displayName
  return (
    <>
      <PageHeading title={t('editTitle')} lead={name} subject={name} />
      {shown ? (
        <WriteOnly>
          <EditForm connector={shown} draft={draft} />
        </WriteOnly>
      ) : (
        <Unread problem={problem} onRetry={retry} />
      )}
    </>
  )
}

type UnreadProps = { readonly problem: Problem | undefined; readonly onRetry: () => void }

function Unread({ problem, onRetry }: UnreadProps) {
  const t = useTranslations('connectors')
  if (problem) return <ProblemNotice problem={problem} onRetry={onRetry} />
  return <Loading name={t('loadingOne')} />
}

/**
 * What is in the cache may be old: the form opens with what Graph says now, and stays open whatever
 * becomes of later reads.
 */
function useFreshConnector(id: string) {
  const { data, error, mutate } = useConnector(id, { revalidateOnMount: false })
  const [isAsked, setIsAsked] = useState(false)
  const [connector, setConnector] = useState<Connector>()
  if (isAsked && !connector && data && !error) setConnector(data.connector)
  const ask = useCallback(() => {
    void mutate() // never takes a read of a moment ago for an answer; a failure arrives as `error`
      .catch(() => undefined)
      .then(() => {
        setIsAsked(true)
      })
  }, [mutate])
  useEffect(ask, [ask])
  return { connector, problem: isAsked ? error?.problem : undefined, retry: ask }
}

type EditFormProps = { readonly connector: Connector; readonly draft: ConnectorDraft | null }

/** The form keeps to the connector it was opened with, whatever is read meanwhile. */
function EditForm({ connector, draft }: EditFormProps) {
  const [original] = useState(draft ? openedIn(draft, connector) : connector)
  const save = useEditing()
  const { conclude } = useConclusion()
  const { goTo } = useNavigationGuard()
  return (
    <ConnectorForm
      original={original}
      draft={draft}
      save={save}
      onSaved={({ id }, sentence) => conclude({ sentence, page: pages.connector(id) })}
      onDiscard={() => goTo(pages.connector(original.id), 'discard')}
    />
  )
}

/** Saves what differs from the connector that was opened; without one it is created anew. */
function useEditing(): Save {
  const t = useTranslations('connectors')
  const { edit } = useConnectorWrites()
  const { findChanged } = useLostWrites()
  const create = useCreation()
  return async (submitted) => {
    const { values, opened, steps } = submitted
    if (!opened) return create(submitted)
    const changes = changesFrom(values, opened)
    const name = shownName(values.displayName)
    if (Object.keys(changes).length === 0) {
      return { kind: 'saved', connector: opened, sentence: t('savedNothingLeft', { name }) }
    }
    const parsed = connectorChangesSchema.parse(changes)
    const outcome = await edit({ id: opened.id, opened, changes: parsed, steps })
    const sentence = (saved: Connector) => t('saved', { name: shownName(saved.displayName) })
    if (outcome.kind === 'failed') {
      return { ...outcome, find: () => findChanged(opened.id, parsed), sentence }
    }
    if (outcome.kind !== 'saved') return outcome
    return { ...outcome, sentence: sentence(outcome.connector) }
  }
}
