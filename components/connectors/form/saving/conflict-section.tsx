'use client'

import {
  Button,
  makeStyles,
  Radio,
  RadioGroup,
  Field,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { takeFocus } from '@/components/shell/basics/take-focus'
import { connectorChangesSchema, type Connector } from '@/lib/contract/connector'
import { foreignChanges } from '@/lib/domain/connector-conflict'
import type { ConnectorField } from '@/lib/domain/connector-fields'
import { ConflictVersions } from './conflict-versions'
import { changesFrom } from '../values/connector-form-values'
import type { Choices } from './connector-merge'
import type { ConnectorForm } from '../values/use-connector-form'

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStatusWarningBorderActive}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0 },
  field: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  honest: { color: tokens.colorNeutralForeground2 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
})

type ConflictSectionProps = {
  readonly opened: Connector
  readonly now: Connector
  readonly form: ConnectorForm
  readonly onChosen: (choices: Choices) => void
  readonly onBack: () => void
}

/** The changes of others since the form was opened, beside those of the form; nothing is sent yet. */
export function ConflictSection(props: ConflictSectionProps) {
  const { opened, now, form, onChosen, onBack } = props
  const styles = useStyles()
  const t = useTranslations('connectorWork.conflict')
  const titleId = useId()
  const [choices, setChoices] = useState<Choices>({})
  const [values] = useState(() => form.getValues())
  const changes = connectorChangesSchema.parse(changesFrom(values, opened))
  const found = foreignChanges({ opened, now, changes })
  const missing = found.filter(({ field, isConflict }) => isConflict && !choices[field]).length
  useLaterEntries(form, onBack)
  return (
    <section ref={takeFocus} tabIndex={-1} aria-labelledby={titleId} className={styles.section}>
      <Subtitle2 as="h2" id={titleId} className={styles.title}>
        {t('title')}
      </Subtitle2>
      <Text>{t('lead')}</Text>
      {found.map(({ field, isConflict }) => (
        <div key={field} className={styles.field}>
          <ConflictVersions {...{ field, isConflict, opened, now, values }} />
          {isConflict && (
            <Choice
              field={field}
              choice={choices[field]}
              onChoose={(choice) => setChoices({ ...choices, [field]: choice })}
            />
          )}
        </div>
      ))}
      <Text className={styles.honest}>{t('honest')}</Text>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={missing > 0}
          onClick={() => onChosen(choices)}
        >
          {t('save')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
        <Text role="status">{missing > 0 && t('missing', { count: missing })}</Text>
      </div>
    </section>
  )
}

/** An entry made while a choice is open may be in conflict too: then the form is compared anew. */
function useLaterEntries(form: ConnectorForm, onEntry: () => void): void {
  const noticeEntry = useEffectEvent(onEntry)
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => noticeEntry() }),
    [form],
  )
}

type Choice = 'now' | 'yours'

type ChoiceProps = {
  readonly field: ConnectorField
  readonly choice: Choice | undefined
  readonly onChoose: (choice: Choice) => void
}

/** Nothing is chosen beforehand: either way something is lost. */
function Choice({ field, choice, onChoose }: ChoiceProps) {
  const t = useTranslations('connectorWork.conflict')
  return (
    <Field label={t('choose', { field: t(`field.${field}`) })} required>
      <RadioGroup
        layout="horizontal"
        value={choice ?? ''}
        onChange={(_event, { value }) => onChoose(value === 'now' ? 'now' : 'yours')}
      >
        <Radio value="now" label={t('keepNow')} />
        <Radio value="yours" label={t('keepYours')} />
      </RadioGroup>
    </Field>
  )
}
