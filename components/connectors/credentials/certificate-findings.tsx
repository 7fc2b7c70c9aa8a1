'use client'

import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { Moment } from '@/components/shell/time/moment'
import { useNowSeconds } from '@/components/shell/time/use-now-seconds'
import {
  certificateWarnings,
  type CertificateWarning,
  type CertificateWarningKind,
} from '@/lib/domain/pkcs12/certificate-warnings'
import { expiryDays } from '@/lib/domain/expiry'
import type { Pkcs12Failure } from '@/lib/domain/pkcs12/failure'
import type { CandidateFacts, InspectedPkcs12 } from '@/lib/domain/pkcs12/inspect-pkcs12'
import {
  certificateWarningMessageKey,
  pkcs12MessageKey,
} from '@/lib/domain/pkcs12/pkcs12-message-key'
import { CertificateFactList } from './certificate-fact-list'
import { needsConversion, type CertificateChoice } from './use-certificate-choice'

const useStyles = makeStyles({
  candidate: { display: 'block', overflowWrap: 'anywhere' },
  thumbprint: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

type FindingsProps = { readonly certificate: CertificateChoice }

/** The contents of the chosen file, as soon as its password opens it. */
export function CertificateFindings({ certificate }: FindingsProps) {
  return (
    <Stack gap="M" aria-live="polite">
      <Findings certificate={certificate} />
    </Stack>
  )
}

function Findings({ certificate }: FindingsProps) {
  const { reading } = certificate
  switch (reading.state) {
    case 'several':
      return <Candidates candidates={reading.candidates} certificate={certificate} />
    case 'read':
      return <Contents inspection={reading.inspection} certificate={certificate} />
    case 'refused':
      return <Refusal kind={reading.kind} certificate={certificate} />
    case 'nothing':
      return null
    case 'reading':
    case 'locked':
    case 'unavailable':
      return <Waiting state={reading.state} />
  }
}

type RefusalProps = FindingsProps & { readonly kind: Pkcs12Failure }

/** The file field says what shows without the password. */
function Refusal({ kind, certificate }: RefusalProps) {
  const t = useTranslations('pkcs12')
  if (certificate.file?.refusal) return null
  return <Notice intent="error" text={t(pkcs12MessageKey[kind])} />
}

function Waiting({ state }: { readonly state: 'reading' | 'locked' | 'unavailable' }) {
  const t = useTranslations('connectorWork.file')
  return state === 'unavailable' ? (
    <Notice intent="error" text={t(state)} />
  ) : (
    <Text>{t(state)}</Text>
  )
}

const intents = { blocking: 'error', warning: 'warning', info: 'info' } as const

type NoticeProps = {
  readonly intent: (typeof intents)[keyof typeof intents]
  readonly text: string
}

function Notice({ intent, text }: NoticeProps) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  )
}

type CandidatesProps = FindingsProps & { readonly candidates: readonly CandidateFacts[] }

/** A file with several keys: the service is given the one that is meant. */
function Candidates({ candidates, certificate }: CandidatesProps) {
  const t = useTranslations('connectorWork.file')
  return (
    <Field label={t('several')} hint={t('severalHint')}>
      <RadioGroup
        value={certificate.thumbprint ?? ''}
        onChange={(_event, { value }) => {
          certificate.setThumbprint(value)
        }}
      >
        {candidates.map((candidate) => (
          <Radio
            key={candidate.thumbprint}
            value={candidate.thumbprint}
            label={<CandidateLabel candidate={candidate} />}
          />
        ))}
      </RadioGroup>
    </Field>
  )
}

/** All that may tell one from another of the same name. */
function CandidateLabel({ candidate }: { readonly candidate: CandidateFacts }) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.file')
  const { thumbprint, subject, commonName, issuer, notAfter, friendlyName } = candidate
  return (
    <>
      <span className={styles.candidate}>{commonName ?? subject}</span>
      {friendlyName && (
        <span className={styles.candidate}>{t('candidateName', { name: friendlyName })}</span>
      )}
      <span className={styles.candidate}>
        {t.rich('candidateEnd', { end: () => <Moment seconds={notAfter} /> })}
      </span>
      <span className={styles.candidate}>
        {issuer === subject ? t('selfSigned') : t('candidateIssuer', { issuer })}
      </span>
      <span className={styles.thumbprint}>{thumbprint}</span>
    </>
  )
}

type ContentsProps = FindingsProps & { readonly inspection: InspectedPkcs12 }

function Contents({ inspection, certificate }: ContentsProps) {
  const t = useTranslations('connectorWork.file')
  const pkcs12 = useTranslations('pkcs12')
  const { thumbprint, setThumbprint, mayConvert } = certificate
  const { isConversionWanted, setIsConversionWanted } = certificate
  const canBeConverted = mayConvert && needsConversion(inspection) && thumbprint === undefined
  const isConverted = !mayConvert || thumbprint !== undefined || isConversionWanted
  const warnings = certificateWarnings(inspection, useNowSeconds({ everySeconds: 1 })).filter(
    ({ kind }) => !isConverted || !mended.has(kind),
  )
  return (
    <>
      <CertificateFactList inspection={inspection} />
      {thumbprint !== undefined && (
        <div>
          <Button size="small" onClick={() => setThumbprint(undefined)}>
            {t('chooseOther')}
          </Button>
        </div>
      )}
      {canBeConverted && (
        <Field
          hint={t(inspection.protection.encryption === 'aes' ? 'convertAesHint' : 'convertHint')}
        >
          <Checkbox
            label={t('convert')}
            checked={isConversionWanted}
            onChange={(_event, { checked }) => setIsConversionWanted(checked === true)}
          />
        </Field>
      )}
      {warnings.map(({ kind, level, names = [] }: CertificateWarning) => (
        <Notice
          key={kind}
          intent={intents[level]}
          text={pkcs12(certificateWarningMessageKey[kind], {
            names: names.join('; '),
            days: expiryDays.soon,
          })}
        />
      ))}
    </>
  )
}

/** Findings that the conversion takes care of. */
const mended: ReadonlySet<CertificateWarningKind> = new Set([
  'aes-encryption',
  'other-encryption',
  'not-encrypted',
  'no-mac',
  'extra-contents',
  'trailing-data',
])
