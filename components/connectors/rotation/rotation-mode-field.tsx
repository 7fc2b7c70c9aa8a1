'use client'

import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { AddCertificate } from './use-add-certificate'

/** The choice of what becomes of the present certificates. */
export function RotationModeField({ adding }: { readonly adding: AddCertificate }) {
  const t = useTranslations('connectorWork.rotate')
  const { mode, setMode, present } = adding
  if (present.length === 0) return null
  return (
    <Field label={t('others')}>
      <RadioGroup
        layout="horizontal"
        value={mode}
        onChange={(_event, { value }) => {
          setMode(value === 'replace' ? 'replace' : 'add')
        }}
      >
        <Radio value="add" label={t('keep')} />
        <Radio value="replace" label={t('replace', { count: present.length })} />
      </RadioGroup>
    </Field>
  )
}
