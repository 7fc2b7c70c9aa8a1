'use client'

import { Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { isSentAt, knownClaims, type ClaimName } from '@/lib/domain/connector-tests/claims'
import { fieldText, type ReadClaims } from '@/lib/domain/connector-tests/claims-text'
import type { RequestDraft } from './use-request-draft'

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(150px, 100%), 1fr))',
    alignContent: 'start',
    gap: tokens.spacingVerticalM,
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  // An input would keep to its own width otherwise.
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  input: { minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
  lead: { color: tokens.colorNeutralForeground2, maxWidth: '110ch' },
  json: {
    '& textarea': {
      height: '300px',
      maxHeight: 'none',
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
    },
  },
})

type DraftProps = { readonly draft: RequestDraft }

/** The claims as fields and as JSON, side by side. */
export function ClaimsEditor({ draft }: DraftProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  return (
    <>
      <Text className={styles.lead}>{t('claimsLead')}</Text>
      <div className={styles.sides}>
        <ClaimFields draft={draft} />
        <ClaimsJson draft={draft} />
      </div>
    </>
  )
}

const fieldNames = [
  'email',
  'displayName',
  'givenName',
  'lastName',
  'surname',
  'jobTitle',
  'streetAddress',
  'city',
  'postalCode',
  'state',
  'country',
  'ui_locales',
] as const satisfies readonly ClaimName[]

/** While the JSON cannot be read, the fields show nothing that could be changed. */
function ClaimFields({ draft }: DraftProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const sent = knownClaims.filter((claim) => isSentAt(claim, draft.tenantKind, draft.step))
  return (
    <div role="group" aria-label={t('claimsForm')} className={styles.fields}>
      {fieldNames
        .filter((name) => sent.some((claim) => claim.name === name))
        .map((name) => (
          <ClaimField key={name} name={name} draft={draft} />
        ))}
    </div>
  )
}

type ClaimFieldProps = DraftProps & { readonly name: (typeof fieldNames)[number] }

function ClaimField({ name, draft }: ClaimFieldProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const { read } = draft
  const text = read.ok ? fieldText(read.claims, name) : ''
  const isOther = text === null
  return (
    <Field
      className={styles.field}
      label={t(`claim.${name}`)}
      hint={isOther ? t('notText') : undefined}
    >
      <Input
        className={styles.input}
        value={text ?? ''}
        disabled={!read.ok || isOther}
        autoComplete="off"
        spellCheck={false}
        onChange={(_event, { value }) => {
          draft.setClaim(name, value)
        }}
      />
    </Field>
  )
}

function ClaimsJson({ draft }: DraftProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const complaint = useComplaint(draft.read)
  return (
    <Field label={t('json')} validationMessage={complaint}>
      <Textarea
        className={styles.json}
        resize="vertical"
        dir="ltr"
        spellCheck={false}
        value={draft.text}
        onChange={(_event, { value }) => {
          draft.setText(value)
        }}
      />
    </Field>
  )
}

function useComplaint(read: ReadClaims): string | undefined {
  const t = useTranslations('connectorTests')
  if (read.ok) return undefined
  if (read.reason === 'notAnObject') return t('jsonNotAnObject')
  return read.line === null ? t('jsonNotJson') : t('jsonNotJsonLine', { line: read.line })
}
