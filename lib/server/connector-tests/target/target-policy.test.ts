import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../configuration/configuration'
import { requireCallableAddresses, requireCallableTarget, type TargetPolicy } from './target-policy'
import { readTargetUrl } from './target-url'

function policyOf(variables: Record<string, string>): TargetPolicy {
  const configuration = readConfiguration({ EMULATOR_URL: 'http://localhost:4000', ...variables })
  if (configuration.kind !== 'ready') throw new Error(JSON.stringify(configuration.problems))
  return { ...configuration.connectorTests, portalOrigin: configuration.portalOrigin }
}

/** The rule that a target breaks at these addresses. */
function judge(url: string, variables: Record<string, string>, addresses = ['8.8.8.8']) {
  const policy = policyOf(variables)
  try {
    const target = readTargetUrl(url)
    requireCallableTarget(target, policy)
    requireCallableAddresses(target, addresses, policy)
    return 'callable'
  } catch (error) {
    return (error as { details: { code: string }[] }).details[0]?.code
  }
}

describe('CONNECTOR_TEST_ALLOW', () => {
  const allow = { CONNECTOR_TEST_ALLOW: 'LOCALHOST:4443, [::1]:4443, 10.0.0.5:9443, api.lan:443' }

  test.each([
    ['https://localhost:4443/', ['::1', '127.0.0.1']],
    ['https://LOCALHOST.:4443/', ['127.0.0.1']],
    ['https://[0::1]:4443/', ['::1']],
    ['https://10.0.0.5:9443/', ['10.0.0.5']],
    ['https://167772165:9443/', ['10.0.0.5']],
    ['https://api.lan/', ['192.168.1.1']],
  ])('lets %s through', (url, addresses) => {
    expect(judge(url, allow, addresses)).toBe('callable')
  })

  test.each([
    ['https://localhost:4444/', 'port'],
    ['https://localhost/', 'name'],
    ['https://127.0.0.1:4443/', 'port'],
    ['https://10.0.0.5/', 'address'],
    ['https://a.localhost:4443/', 'port'],
    ['https://user@localhost:4443/', 'targetUrlUserinfo'],
    ['http://localhost:4443/', 'targetUrlHttps'],
    ['https://localhost:4443/#a', 'targetUrlFragment'],
  ])('is no hole for %s', (url, reason) => {
    expect(judge(url, allow, ['10.0.0.5'])).toBe(reason)
  })

  test('does not lift what the operator blocks', () => {
    const both = { ...allow, CONNECTOR_TEST_BLOCK: '10.0.0.0/8' }

    expect(judge('https://10.0.0.5:9443/', both, ['10.0.0.5'])).toBe('blocked')
  })
})

describe('CONNECTOR_TEST_HOSTS', () => {
  const only = { CONNECTOR_TEST_HOSTS: 'api.contoso.com, *.fabrikam.com, BÜCHER.example' }

  test.each([
    ['https://api.contoso.com/', 'callable'],
    ['https://API.contoso.com./', 'callable'],
    ['https://a.fabrikam.com/', 'callable'],
    ['https://a.b.fabrikam.com/', 'callable'],
    ['https://bücher.example/', 'callable'],
    ['https://fabrikam.com/', 'notListed'],
    ['https://evilfabrikam.com/', 'notListed'],
    ['https://www.contoso.com/', 'notListed'],
    ['https://api.contoso.com.attacker.example/', 'notListed'],
    ['https://8.8.8.8/', 'notListed'],
  ])('%s is %s', (url, reason) => {
    expect(judge(url, only)).toBe(reason)
  })

  test('does not make an inner address public', () => {
    expect(judge('https://api.contoso.com/', only, ['10.0.0.1'])).toBe('address')
  })
})

describe('CONNECTOR_TEST_BLOCK', () => {
  const block = {
    CONNECTOR_TEST_BLOCK: 'api.contoso.com,*.fabrikam.com,8.8.8.8,9.9.9.0/24,2606:4700::/32',
  }

  test.each([
    ['https://api.contoso.com/', ['1.1.1.1'], 'blocked'],
    ['https://a.fabrikam.com/', ['1.1.1.1'], 'blocked'],
    ['https://fabrikam.com/', ['1.1.1.1'], 'callable'],
    ['https://www.example.com/', ['1.1.1.1', '8.8.8.8'], 'blocked'],
    ['https://www.example.com/', ['9.9.9.9'], 'blocked'],
    ['https://www.example.com/', ['2606:4700::1'], 'blocked'],
    ['https://www.example.com/', ['9.9.8.9'], 'callable'],
  ])('%s at %j is %s', (url, addresses, reason) => {
    expect(judge(url, block, addresses)).toBe(reason)
  })
})

describe('CONNECTOR_TEST_PORTS', () => {
  test('are all that is open', () => {
    const ports = { CONNECTOR_TEST_PORTS: '9443' }

    expect(judge('https://api.example.com:9443/', ports)).toBe('callable')
    expect(judge('https://api.example.com/', ports)).toBe('port')
  })
})

describe('the portal’s own origin', () => {
  test.each([
    ['https://portal.contoso.com', 'https://portal.contoso.com/'],
    ['https://portal.contoso.com', 'https://PORTAL.contoso.com.:443/api'],
    ['http://localhost:4443', 'https://localhost:4443/'],
  ])('%s is not called as %s', (origin, url) => {
    const variables = { PORTAL_ORIGIN: origin, CONNECTOR_TEST_ALLOW: 'localhost:4443' }

    expect(judge(url, variables)).toBe('ownOrigin')
  })
})
