'use client'

import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { matchingRows } from '@/components/grid/search'
import { DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import { useFormerFocus } from '../../../shell/dialogs/use-former-focus'
import { Loading } from '@/components/shell/notices/loading'
import { Modal } from '@/components/shell/dialogs/modal'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import { useConnectors } from '@/lib/client/use-connectors'
import type { PendingChange } from '@/lib/domain/user-flows/pending-changes'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { PickerList } from './picker-list'
import { usePickerOptions, type PickerOption } from './use-picker-options'

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start' },
  step: { overflowWrap: 'anywhere' },
})

type ConnectorPickerProps = {
  /** The step to pick a connector for. Null while nothing is to be picked. */
  readonly picking: Pick<PendingChange, 'place' | 'before'> | null
  /** The connector that stays if nothing is picked now: its id, or null for none. */
  readonly chosenId: string | null
  readonly onPick: (pick: PendingChange) => void
  readonly onClose: () => void
}

/** The one dialog in which a connector is picked, whatever the cell. */
export function ConnectorPicker({ picking, onClose, ...rest }: ConnectorPickerProps) {
  return (
    <Modal isOpen={picking !== null} onClose={onClose}>
      {picking && <Picking {...rest} {...picking} onClose={onClose} />}
    </Modal>
  )
}

type PickingProps = Omit<ConnectorPickerProps, 'picking'> & Pick<PendingChange, 'place' | 'before'>

function Picking({ place, before, chosenId, onPick, onClose }: PickingProps) {
  const styles = useStyles()
  const shell = useTranslations('shell')
  const { data, error, mutate } = useConnectors()
  const search = usePickerSearch(usePickerOptions(data ?? [], before?.id ?? null), chosenId)
  useFormerFocus()
  const pick = ({ id, name }: PickerOption) => {
    onPick({ place, before, after: id === null ? null : { id, displayName: name } })
    onClose()
  }
  return (
    <DialogFrame
      title={<PickerTitle place={place} />}
      contentClass={styles.content}
      actions={<Button onClick={onClose}>{shell('cancel')}</Button>}
    >
      <SearchField search={search} onPick={pick} />
      <PickerList
        listId={search.listId}
        options={search.options}
        active={search.active}
        chosenId={chosenId}
        onPick={pick}
      />
      <SearchState search={search} />
      {!data && !error && <Loading name={shell('loading')} rows={4} />}
      {error && (
        <ProblemNotice
          problem={error.problem}
          onRetry={() => void mutate().catch(() => undefined)}
        />
      )}
    </DialogFrame>
  )
}

function PickerTitle({ place }: { readonly place: Place }) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  return (
    <span className={styles.step}>
      {t('picker.title', { flow: place.flowId })}
      <Text as="span" block>
        {t(`step.${place.step}`)}
      </Text>
    </span>
  )
}

/** More than anybody looks through; the search finds the others. */
const mostShown = 100

/** The search text, its matches, and the match that the arrow keys have come to. */
function usePickerSearch(all: readonly PickerOption[], chosenId: string | null) {
  const listId = useId()
  const [query, setQuery] = useState('')
  const [reached, setReached] = useState<number | null>(null)
  const matches = matchingRows(all, query)
  const options = matches.slice(0, mostShown)
  const chosen = options.findIndex(({ id }) => id === chosenId)
  const active = Math.min(reached ?? Math.max(chosen, 0), options.length - 1)
  return {
    listId,
    query,
    options,
    count: matches.length,
    active,
    type: (text: string) => {
      setQuery(text)
      setReached(null)
    },
    move: (by: 1 | -1) => {
      setReached(Math.max(0, Math.min(options.length - 1, active + by)))
    },
  }
}

type PickerSearch = ReturnType<typeof usePickerSearch>
type SearchFieldProps = {
  readonly search: PickerSearch
  readonly onPick: (option: PickerOption) => void
}

/** Keeps the focus, while the arrow keys walk through the list (ARIA Authoring Practices: combobox). */
function SearchField({ search, onPick }: SearchFieldProps) {
  const t = useTranslations('userFlows.picker')
  const { listId, options, active } = search
  const option = options[active]
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => search.move(1),
    ArrowUp: () => search.move(-1),
    Enter: () => {
      if (option) onPick(option)
    },
  }
  return (
    <Input
      autoFocus
      role="combobox"
      aria-label={t('search')}
      aria-expanded
      aria-autocomplete="list"
      aria-controls={listId}
      aria-activedescendant={option && `${listId}-${active}`}
      placeholder={t('search')}
      contentBefore={<SearchRegular />}
      value={search.query}
      onChange={(_event, { value }) => search.type(value)}
      onKeyDown={(event) => {
        const action = actions[event.key]
        if (!action) return
        event.preventDefault()
        action()
      }}
    />
  )
}

function SearchState({ search }: { readonly search: PickerSearch }) {
  const t = useTranslations('userFlows.picker')
  const { query, options, count } = search
  return (
    <Text role="status" size={200}>
      {query && t('matches', { count })} {count > options.length && t('more', { count: mostShown })}
    </Text>
  )
}
