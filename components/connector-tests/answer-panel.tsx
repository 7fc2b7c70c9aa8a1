'use client'

import { Text } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { Fact, FactList } from '@/components/shell/basics/fact-list'
import type { ConnectorTestResult, HeaderPairs, TestResponse } from '@/lib/contract/connector-test'
import { claimsText } from '@/lib/domain/connector-tests/claims-text'
import { readJson } from '@/lib/domain/connector-tests/json-reading'
import { CodeBlock } from './code-block'
import { FoldedSection, Section } from './section'

/** The answer as it came. */
export function AnswerPanel({ response }: { readonly response: TestResponse }) {
  const t = useTranslations('connectorTests')
  return (
    <Section title={t('answer')}>
      <FactList label={t('answer')}>
        <Fact name={t('status')}>
          <span>{response.status}</span>
        </Fact>
        <Fact name={t('size')}>
          <span>{t('bytes', { bytes: response.byteLength })}</span>
        </Fact>
      </FactList>
      {response.body === '' ? (
        <Text>{t('emptyBody')}</Text>
      ) : (
        <CodeBlock label={t('bodyOfAnswer')} text={readable(response.body)} what={t('copyBody')} />
      )}
      {response.isCut && <Text>{t('cut')}</Text>}
      <FoldedSection title={t('headers')}>
        <CodeBlock
          label={t('headersOfAnswer')}
          text={headerText(response.headers)}
          what={t('headers')}
        />
      </FoldedSection>
    </Section>
  )
}

type RequestPanelProps = { readonly request: ConnectorTestResult['request'] }

/** The request as it went, without its secrets. */
export function RequestPanel({ request }: RequestPanelProps) {
  const t = useTranslations('connectorTests')
  return (
    <FoldedSection title={t('sent')}>
      <CodeBlock
        label={t('headersOfRequest')}
        text={`${request.method} ${request.targetUrl}\n${headerText(request.headers)}`}
        what={t('headers')}
      />
      <CodeBlock label={t('bodyOfRequest')} text={claimsText(request.body)} what={t('copyBody')} />
    </FoldedSection>
  )
}

const headerText = (headers: HeaderPairs) =>
  headers.map(([name, value]) => `${name}: ${value}`).join('\n')

/** JSON on one line is laid out; what is no JSON stays as it came. */
function readable(body: string): string {
  const { object, hasTrailingComma, hasTrailingText, duplicates } = readJson(body)
  const isSound = !hasTrailingComma && !hasTrailingText && duplicates.length === 0
  return object && isSound ? JSON.stringify(object, null, 2) : body
}
