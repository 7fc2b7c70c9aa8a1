'use client'

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ErrorCircleRegular, InfoRegular, WarningRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import type { Finding, Severity, Verdict } from '@/lib/contract/connector-test'
import { answerText, correction } from '@/lib/domain/connector-tests/corrected-answer'
import type { PastTest } from '@/lib/domain/connector-tests/history'
import { rules } from '@/lib/domain/connector-tests/verdict'
import { CodeBlock } from './code-block'
import { FoldedSection, Section } from './section'
import { useRuleText } from './use-rule-text'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  finding: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  error: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  warning: { borderInlineStartColor: tokens.colorStatusWarningBorderActive },
  info: {},
  errorInk: { color: tokens.colorStatusDangerForeground1 },
  warningInk: { color: tokens.colorStatusWarningForeground1 },
  infoInk: { color: tokens.colorNeutralForeground2 },
})

const icons = {
  error: <ErrorCircleRegular />,
  warning: <WarningRegular />,
  info: <InfoRegular />,
} as const

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

type FindingsProps = { readonly verdict: Verdict; readonly test: PastTest }

/** Every rule that is broken, the worst first. */
export function Findings({ verdict, test }: FindingsProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const sorted = verdict.findings.toSorted(
    (one, other) => ranks[one.severity] - ranks[other.severity],
  )
  return (
    <Section title={t('findings')}>
      {sorted.length === 0 ? (
        <Text>{t('noFindings', { count: rules.length })}</Text>
      ) : (
        <ul className={styles.list}>
          {sorted.map((finding, index) => (
            <FindingItem key={index} finding={finding} test={test} />
          ))}
        </ul>
      )}
    </Section>
  )
}

type FindingItemProps = {
  readonly finding: Finding
  readonly test: PastTest
}

function FindingItem({ finding, test }: FindingItemProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const { title, why } = useRuleText()(finding)
  const { severity } = finding
  return (
    <li className={mergeClasses(styles.finding, styles[severity])}>
      <span className={styles.title}>
        <span className={mergeClasses(styles.icon, styles[`${severity}Ink`])} aria-hidden>
          {icons[severity]}
        </span>
        {t(`severity.${severity}`)}: {title}
      </span>
      {why && <Text>{why}</Text>}
      <Corrected finding={finding} test={test} />
    </li>
  )
}

function Corrected({ finding, test }: FindingItemProps) {
  const t = useTranslations('connectorTests')
  const { response } = test.result
  if (!response) return null
  const found = correction(finding, {
    status: response.status,
    text: response.body,
    step: test.step,
  })
  if (found.kind === 'none') return <Text>{t(`noCorrection.${found.reason}`)}</Text>
  return (
    <FoldedSection title={t('corrected')}>
      {found.kind === 'choice' && <Text>{t('correctedChoice')}</Text>}
      {found.answers.map((answer) => (
        <CodeBlock
          key={answer.action}
          label={found.kind === 'choice' ? answer.action : t('corrected')}
          text={answerText(answer)}
          what={t('copyCorrected')}
        />
      ))}
    </FoldedSection>
  )
}
