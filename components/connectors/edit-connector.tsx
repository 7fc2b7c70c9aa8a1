'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAnnounce } from '@/components/shell/announcement'
import { Loading } from '@/components/shell/loading'
import { useNavigationGuard } from '@/components/shell/navigation-guard'
import { PageHeading } from '@/components/shell/page-heading'
import { ProblemNotice } from '@/components/shell/problem-notice'
import { useConnectorWrites } from '@/lib/client/connector-writes'
import { useConnector } from '@/lib/client/connectors'
import type { Problem } from '@/lib/client/problem'
import { connectorChangesSchema, type Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import { ConnectorForm } from './connector-form'
import { changesFrom } from './connector-form-values'
import { WriteOnly } from './write-only'

export function EditConnector({ id }: { readonly id: string }) {
  const t = useTranslations('connectors')
  const { connector, problem, retry } = useFreshConnector(id)
  return (
    <>
      <PageHeading title={t('editTitle')} lead={connector?.displayName} />
      {connector ? (
        <WriteOnly>
          <EditForm connector={connector} />
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

/** The form keeps to the connector it was opened with, whatever is read meanwhile. */
function EditForm({ connector }: { readonly connector: Connector }) {
  const t = useTranslations('connectors')
  const [original] = useState(connector)
  const { update } = useConnectorWrites()
  const announce = useAnnounce()
  const { setUnsaved, goTo } = useNavigationGuard()

  const leave = (saved: Connector | null) => {
    setUnsaved(false)
    const page = pages.connector(original.id)
    if (saved) announce(t('saved', { name: saved.displayName }), { path: page })
    goTo(page)
  }
  return (
    <ConnectorForm
      original={original}
      saveName={t('form.save')}
      savingName={t('form.saving')}
      save={(values) =>
        update(original.id, connectorChangesSchema.parse(changesFrom(values, original)))
      }
      onDone={leave}
    />
  )
}
