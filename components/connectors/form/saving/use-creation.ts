'use client'

import { useTranslations } from 'use-intl'
import { useConnectorWrites } from '@/lib/client/writes/use-connector-writes'
import { useConnectorsRead } from '@/lib/client/use-connectors'
import { useLostWrites } from '@/lib/client/writes/use-lost-writes'
import { newConnectorSchema, type Connector } from '@/lib/contract/connector'
import { shownName } from '@/lib/domain/shown-text'
import { newConnectorFrom } from '../values/connector-form-values'
import type { SaveOutcome, Submitted } from './use-save'

/** Makes a new connector of what a form says. */
export function useCreation() {
  const t = useTranslations('connectors')
  const { create } = useConnectorWrites()
  const { idsNow, findCreated } = useLostWrites()
  const known = useConnectorsRead()
  const sentence = ({ displayName }: Connector) => t('created', { name: shownName(displayName) })
  return async ({ values, steps }: Submitted): Promise<SaveOutcome> => {
    const wanted = newConnectorSchema.parse(newConnectorFrom(values))
    const idsBefore = known ? new Set(known.map(({ id }) => id)) : await idsNow(steps.signal)
    if (steps.signal.aborted) return { kind: 'cancelled' }
    steps.onSending()
    const created = await create(wanted)
    if (created.ok) {
      return { kind: 'saved', connector: created.value, sentence: sentence(created.value) }
    }
    const find = () => findCreated(wanted, idsBefore)
    return { kind: 'failed', problem: created.problem, find, sentence }
  }
}
