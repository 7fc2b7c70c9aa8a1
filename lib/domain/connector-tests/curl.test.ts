import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { curlCommand, type CurlTest } from './curl'

const base: CurlTest = {
  targetUrl: 'https://api.contoso.example/check',
  credentials: { kind: 'basic', username: 'svc' },
  body: { email: 'kim@fabrikam.example' },
}

/** What a shell makes of the command, one argument an entry. */
function argumentsOf(test: CurlTest, environment: Record<string, string>): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${curlCommand(test)}`
  const { stdout } = spawnSync('sh', ['-c', script], {
    env: { NODE_ENV: 'test', ...environment },
    encoding: 'utf8',
  })
  return stdout.split('\0').slice(0, -1)
}

const hasShell = spawnSync('sh', ['-c', 'true']).status === 0

describe.runIf(hasShell)('a shell', () => {
  it.each([
    "O'Brien",
    '$HOME `id` "quoted" \\',
    '佐藤\n美咲',
    "'; rm -rf x; '",
    '!event & | < > * ?',
  ])('hands on %j as it is', (text) => {
    const body = { name: text }
    const found = argumentsOf({ ...base, body }, { API_PASSWORD: 'p' })

    expect(JSON.parse(found.at(-1) ?? '')).toEqual(body)
  })

  it('puts the password in from its variable', () => {
    const credentials = { kind: 'basic', username: "o'user" } as const

    expect(argumentsOf({ ...base, credentials }, { API_PASSWORD: 'p a$s' })).toContain(
      "o'user:p a$s",
    )
  })

  it('puts the values of the query in from variables', () => {
    const targetUrl = 'https://api.contoso.example/check?code=topsecret&x-key=other&flag'
    const environment = { QUERY_CODE: 'c', QUERY_X_KEY: 'k', QUERY_3: 'f' }

    expect(argumentsOf({ ...base, targetUrl }, environment)[0]).toBe(
      'https://api.contoso.example/check?code=c&x-key=k&f',
    )
  })

  it('names the certificate file by variables', () => {
    const found = argumentsOf(
      { ...base, credentials: { kind: 'certificate' } },
      { CLIENT_PFX: '/tmp-file.pfx', CLIENT_PFX_PASSWORD: 'pw' },
    )

    expect(found.slice(found.indexOf('--cert'))[1]).toBe('/tmp-file.pfx:pw')
  })
})

it('holds no value of the query', () => {
  const targetUrl = 'https://api.contoso.example/check?code=topsecret&loose-secret'

  expect(curlCommand({ ...base, targetUrl })).not.toMatch(/topsecret|loose-secret/)
})

it('takes brackets as they are, and shows a terminal no commands', () => {
  const command = curlCommand({
    targetUrl: 'https://api.example/[1-3]?a=b',
    credentials: { kind: 'certificate' },
    body: { displayName: 'a\u009b2J' },
  })

  expect(command).toContain('--globoff')
  expect(command).toContain(String.raw`a\u009b2J`)
  expect(command).not.toContain('\u009b')
})
