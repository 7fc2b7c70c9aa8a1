'use client'

import { Button, Text } from '@fluentui/react-components'
import { useSubmission } from '@/components/shell/basics/use-submission'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { ChoiceField } from '@/components/forms/choice-field'
import { TextField } from '@/components/forms/text-field'
import type { MadeCertificate } from '@/lib/client/files/make-certificate'
import type { Connector } from '@/lib/contract/connector'
import {
  newCertificateFrom,
  newCertificateResolver,
  newCertificateValues,
  validityMonths,
} from './new-certificate-form'
import { useValidationText } from '@/components/forms/contract-resolver'

type NewCertificateFieldsProps = {
  readonly connector: Connector
  /** Null while another one is being made. */
  readonly onMade: (made: MadeCertificate | null) => void
}

const keySizes = ['2048', '3072', '4096'] as const

/** The fields of a new certificate, and the button that makes it. Not a form: it stands in one. */
export function NewCertificateFields({ connector, onMade }: NewCertificateFieldsProps) {
  const t = useTranslations('connectors.newCertificate')
  const explain = useValidationText()
  const { isBusy, run } = useSubmission()
  const { control, handleSubmit } = useForm({
    defaultValues: newCertificateValues(connector, new Date()),
    resolver: newCertificateResolver(explain),
  })
  const make = handleSubmit((values) =>
    run(async () => {
      onMade(null)
      const { makeCertificate } = await import('@/lib/client/files/make-certificate')
      onMade(await makeCertificate(newCertificateFrom(values, new Date())))
      return 'stay'
    }),
  )
  return (
    <Stack gap="M" role="group" aria-label={t('title')}>
      <Text>{t('lead')}</Text>
      <TextField
        control={control}
        name="commonName"
        label={t('commonName')}
        hint={t('commonNameHint')}
        isRequired
      />
      <TextField control={control} name="start" type="date" label={t('start')} isRequired />
      <ChoiceField
        control={control}
        name="months"
        label={t('validity')}
        choices={validityMonths.map((months) => ({
          value: String(months),
          label: t('months', { months }),
        }))}
      />
      <ChoiceField
        control={control}
        name="keyBits"
        label={t('keyBits')}
        choices={keySizes.map((bits) => ({ value: bits, label: t('bits', { bits }) }))}
      />
      <div>
        <Button disabledFocusable={isBusy} onClick={() => void make()}>
          {isBusy ? t('making') : t('make')}
        </Button>
      </div>
    </Stack>
  )
}
