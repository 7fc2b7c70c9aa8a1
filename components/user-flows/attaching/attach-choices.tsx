'use client'

import { makeStyles, Radio, tokens } from '@fluentui/react-components'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { matchingRows } from '@/components/grid/search'
import { SearchField } from '@/components/grid/tools'
import {
  flowChoices,
  type FlowChoice,
  type StepChoice,
} from '@/lib/domain/user-flows/attach-choices'
import { attachedName } from '@/lib/domain/user-flows/step-change'
import type { FlowEntry } from '@/lib/domain/user-flows/user-flow'
import { isSamePlace, placeKey } from '@/lib/domain/user-flows/place'

const useStyles = makeStyles({
  flow: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground2, margin: 0 },
  label: { overflowWrap: 'anywhere' },
})

/** With fewer, everything is in sight. */
const fewFlows = 8

type AttachChoicesProps = {
  readonly flows: readonly FlowEntry[]
  readonly connectorId: string
  readonly chosen: StepChoice | null
  readonly onChoose: (choice: StepChoice) => void
}

/** The steps of all flows, to choose one of. */
export function AttachChoices({ flows, ...choosing }: AttachChoicesProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows.usage.attach')
  const [query, setQuery] = useState('')
  const deferredQuery = useDeferredValue(query)
  const all = useSearchableFlows(flows)
  const shown = matchingRows(all, deferredQuery)
  return (
    <>
      {flows.length > fewFlows && (
        <SearchField label={t('search')} query={query} onQuery={setQuery} />
      )}
      {shown.map(({ flow }) => (
        <Flow key={flow.key} flow={flow} {...choosing} />
      ))}
      {shown.length === 0 && all.length > 0 && (
        <p role="status" className={styles.note}>
          {t('noMatch', { query: deferredQuery })}
        </p>
      )}
    </>
  )
}

function useSearchableFlows(flows: readonly FlowEntry[]) {
  const t = useTranslations('userFlows')
  return useMemo(() => {
    const wordsOf = ({ place, present }: StepChoice) => [
      t(`step.${place.step}`),
      present?.displayName ?? t('usage.attach.free'),
    ]
    return flowChoices(flows).map((flow) => {
      const words = [
        flow.flow.id,
        t(`kind.${flow.flow.kind}`),
        ...(flow.choices ?? []).flatMap(wordsOf),
      ]
      return { flow, haystack: words.join('\n').toLocaleLowerCase() }
    })
  }, [flows, t])
}

type FlowProps = Omit<AttachChoicesProps, 'flows'> & { readonly flow: FlowChoice }

function Flow({ flow: { flow, choices, isReading }, ...choosing }: FlowProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  return (
    <fieldset className={styles.flow}>
      <legend className={styles.legend}>
        {t('usage.attach.flowOfKind', { flow: flow.id, kind: t(`kind.${flow.kind}`) })}
      </legend>
      {choices?.map((choice) => (
        <StepRadio key={choice.place.step} choice={choice} {...choosing} />
      ))}
      {!choices && (
        <p className={styles.note}>
          {isReading ? t('usage.attach.flowReading') : t('usage.attach.flowUnread')}
        </p>
      )}
    </fieldset>
  )
}

type StepRadioProps = Omit<AttachChoicesProps, 'flows'> & { readonly choice: StepChoice }

function StepRadio({ choice, connectorId, chosen, onChoose }: StepRadioProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const step = t(`step.${choice.place.step}`)
  const id = useId()
  const { present } = choice
  const isThis = present?.id === connectorId
  const calls = useStepState(choice, isThis)
  return (
    <div>
      <Radio
        id={id}
        name="attach-to"
        value={placeKey(choice.place)}
        disabled={isThis}
        checked={chosen !== null && isSamePlace(chosen.place, choice.place)}
        label={
          <span className={styles.label}>
            {step} – {calls}
          </span>
        }
        onChange={() => {
          onChoose(choice)
        }}
      />
    </div>
  )
}

/** The present connector of the step, in words. */
function useStepState({ present }: StepChoice, isThis: boolean): string {
  const t = useTranslations('userFlows.usage.attach')
  if (!present) return t('free')
  return isThis ? t('callsThis') : t('calls', { connector: attachedName(present) })
}
