'use client'

import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { useNavigationGuard } from '@/components/shell/dialogs/guard'
import { useSubmission } from '@/components/shell/writing/use-submission'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { ChoiceField } from '@/components/forms/choice-field'
import { TextField } from '@/components/forms/text-field'
import type { MadeCertificate } from '@/lib/client/files/make-certificate'
import {
  newCertificateFrom,
  newCertificateResolver,
  newCertificateValues,
  validityMonths,
} from './new-certificate-form'
import { useValidationText } from '@/components/forms/contract-resolver'

type NewCertificateFieldsProps = {
  /** Of the API that will see the certificate; as far as it is known. */
  readonly targetUrl: string
  /** Whether one has been made, which another one would take the place of. */
  readonly isMade: boolean
  /** Null while another one is being made. */
  readonly onMade: (made: MadeCertificate | null) => void
}

const keySizes = ['2048', '3072', '4096'] as const

/** The fields of a new certificate, and the button that makes it. Not a form: it stands in one. */
export function NewCertificateFields({ targetUrl, isMade, onMade }: NewCertificateFieldsProps) {
  const t = useTranslations('connectorWork.newCertificate')
  const explain = useValidationText()
  const { isBusy, run } = useSubmission()
  const { discard } = useNavigationGuard()
  const { control, handleSubmit, reset, formState } = useForm({
    defaultValues: newCertificateValues(targetUrl, new Date()),
    resolver: newCertificateResolver(explain),
  })
  const make = handleSubmit((values) =>
    run(async () => {
      onMade(null)
      const { makeCertificate } = await import('@/lib/client/files/make-certificate')
      onMade(await makeCertificate(newCertificateFrom(values, new Date())))
      reset(values) // from here on, what differs is not what was made
      return 'stay'
    }),
  )
  const begin = () => discard('madeKey', () => void make())
  const isOutdated = isMade && formState.isDirty
  return (
    <Stack gap="M" role="group" aria-label={t('title')} onKeyDown={onEnter(begin)}>
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
      {isOutdated && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody role="alert">{t('outdated')}</MessageBarBody>
        </MessageBar>
      )}
      <div>
        <Button disabledFocusable={isBusy} onClick={begin}>
          {isBusy ? t('making') : t(isMade ? 'makeAgain' : 'make')}
        </Button>
      </div>
    </Stack>
  )
}

/** Enter in a field is about these fields, not about the form in which they stand. */
const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  act()
}
