import { useTranslations } from 'use-intl'
import type { Finding, TestFailure } from '@/lib/contract/connector-test'
import catalogue from '@/lib/messages/en/connector-tests.json'

const isRule = (name: string): name is keyof typeof catalogue.rules => name in catalogue.rules

const isFailure = (code: string): code is keyof typeof catalogue.failure =>
  code in catalogue.failure

/** The text of a finding and why it matters; of a rule without a text, the server's own words. */
export function useRuleText() {
  const t = useTranslations('connectorTests.rules')
  return ({ rule, values, message }: Finding): { title: string; why: string | null } =>
    isRule(rule)
      ? { title: t(`${rule}.title`, values), why: t(`${rule}.why`) }
      : { title: message, why: null }
}

export function useFailureText() {
  const t = useTranslations('connectorTests.failure')
  return ({ code, message }: TestFailure): string => (isFailure(code) ? t(code) : message)
}
