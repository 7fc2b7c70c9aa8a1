import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { ruleCases } from '@/lib/domain/connector-tests/testing/rule-cases'
import { judgeAnswer, rules } from '@/lib/domain/connector-tests/verdict'
import catalogue from '@/lib/messages/en/connector-tests.json'

const textOf = createTranslator<typeof catalogue.rules>({
  locale: 'en',
  messages: catalogue.rules,
  onError: (error) => {
    throw error
  },
})

const isRule = (name: string): name is keyof typeof catalogue.rules => name in catalogue.rules

describe('the texts of the rules', () => {
  it('are there for every rule, and for nothing else', () => {
    expect(Object.keys(catalogue.rules).sort()).toEqual(rules.map(({ name }) => name).sort())
  })

  it.each(ruleCases)('of $rule are filled in', ({ rule, observed, test }) => {
    const finding = judgeAnswer(observed, test).findings.find((found) => found.rule === rule)

    expect(finding).toBeDefined()
    if (!isRule(rule) || !finding) return
    expect(textOf(`${rule}.title`, finding.values)).not.toMatch(/[{}]/)
    expect(textOf(`${rule}.why`).length).toBeGreaterThan(20)
  })
})
