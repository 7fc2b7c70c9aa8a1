'use client'

import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { tenantKindSchema } from '@/lib/contract/connector-test'
import { presets, stepsOfTenant } from '@/lib/domain/connector-tests/request'
import type { RequestDraft } from './use-request-draft'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    maxWidth: '960px',
  },
  // The longest option would make it wider than its column.
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, '& select': { width: '100%', textOverflow: 'ellipsis' } },
})

/** Which call is imitated, and for whom. */
export function RequestFields({ draft }: { readonly draft: RequestDraft }) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const flows = useTranslations('userFlows')
  return (
    <div className={styles.fields}>
      <Choice
        label={t('tenantKind')}
        value={draft.tenantKind}
        choices={tenantKindSchema.options}
        nameOf={(tenantKind) => t(`tenant.${tenantKind}`)}
        onChoose={draft.setTenantKind}
      />
      <Choice
        label={t('step')}
        value={draft.step}
        choices={stepsOfTenant[draft.tenantKind]}
        nameOf={(step) => flows(`step.${step}`)}
        onChoose={draft.setStep}
      />
      <Choice
        label={t('preset')}
        hint={t('presetHint')}
        value={draft.preset}
        choices={presets}
        nameOf={(preset) => t(`presets.${preset}`)}
        onChoose={draft.setPreset}
      />
    </div>
  )
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly hint?: string
  readonly value: Value
  readonly choices: readonly Value[]
  readonly nameOf: (value: Value) => string
  readonly onChoose: (value: Value) => void
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, value, choices, nameOf, onChoose } = props
  const styles = useStyles()
  return (
    <Field label={label} hint={hint} className={styles.field}>
      <Select
        className={styles.select}
        value={value}
        onChange={(_event, data) => {
          const chosen = choices.find((choice) => choice === data.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {nameOf(choice)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
