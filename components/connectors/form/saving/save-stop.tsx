'use client'

import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { InSight } from '@/components/shell/writing/in-sight'
import { RefusedWrite } from '@/components/shell/notices/refused-write'
import type { Connector } from '@/lib/contract/connector'
import { ConflictSection } from './conflict-section'
import type { ConnectorForm } from '../values/use-connector-form'
import type { Saving } from './use-save'

type SaveStopProps = {
  readonly form: ConnectorForm
  readonly opened: Connector | null
  readonly saving: Saving
  /** From now on the form is about a new connector. */
  readonly onNew: () => void
}

/** Why the form was not saved, and what can be done about it. */
export function SaveStop({ form, opened, saving, onNew }: SaveStopProps) {
  const t = useTranslations('connectorWork.form')
  const { stop, begin, lostWrite } = saving
  switch (stop?.kind) {
    case 'failed':
      return (
        <RefusedWrite
          problem={stop.problem}
          repetition={{ name: opened ? t('saveNow') : t('createNow'), act: begin }}
          lostWrite={lostWrite}
        />
      )
    case 'overtaken':
      return (
        opened && (
          <ConflictSection
            opened={opened}
            now={stop.now}
            form={form}
            onChosen={(choices) => saving.sendMerged(opened, stop.now, choices)}
            onBack={saving.putAside}
          />
        )
      )
    case 'deleted':
      return (
        <Deleted
          onNew={() => {
            onNew()
            saving.putAside()
            form.setFocus('displayName')
          }}
        />
      )
    case undefined:
      return null
  }
}

/** The form can become that of a new connector, which needs its secrets again. */
function Deleted({ onNew }: { readonly onNew: () => void }) {
  const t = useTranslations('connectorWork.deletedMeanwhile')
  return (
    <InSight>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody role="alert">
          <MessageBarTitle>{t('title')}</MessageBarTitle>
          {t('body')} {t('secrets')}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={onNew}>{t('again')}</Button>
        </MessageBarActions>
      </MessageBar>
    </InSight>
  )
}
