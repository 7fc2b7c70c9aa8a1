/** Addresses that people have got past filters like ours, and what is to become of each. */

export type Expectation =
  | 'targetUrlInvalid'
  | 'targetUrlHttps'
  | 'targetUrlUserinfo'
  | 'targetUrlFragment'
  | 'targetUrlSpace'
  | 'targetUrlInvisible'
  | 'targetUrlEmptyLabel'
  | 'port'
  | 'name'
  | 'address'
  /** Looked up, and called if its addresses are public. */
  | 'lookedUp'

type Line = readonly [url: string, expected: Expectation]

const all = (expected: Expectation, urls: readonly string[]): Line[] =>
  urls.map((url) => [url, expected])

const hosts = (expected: Expectation, names: readonly string[]): Line[] =>
  names.map((name) => [`https://${name}:{port}/path`, expected])

/** `{port}` stands for a port that may be called and on which this machine listens. */
export const targetCorpus: readonly Line[] = [
  // Loopback, in all the spellings that the URL parser folds.
  ...hosts('address', [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.255.255.254',
    '127.0.0.1.',
    '2130706433',
    '017700000001',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '0x7F.0x0.0x0.0x1',
    '①②⑦.⓪.⓪.①',
    '１２７.0.0.1',
    '127。0。0。1',
    '127．0．0．1',
    '%31%32%37.0.0.1',
    '127%2e0%2e0%2e1',
    '0',
    '0x0',
    '0.0.0.0',
    '0.1.2.3',
  ]),
  // Private, link-local, metadata services, carriers.
  ...hosts('address', [
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '0251.0376.0251.0376',
    '169.254.170.2',
    '100.64.0.1',
    '100.100.100.200',
    '100.127.255.255',
    '168.63.129.16',
    '2822734096',
  ]),
  // The other special blocks of IPv4.
  ...hosts('address', [
    '192.0.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '192.31.196.1',
    '192.52.193.1',
    '192.88.99.1',
    '192.175.48.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
  ]),
  // IPv6: loopback, forms that carry an IPv4 address, special blocks, unassigned space.
  ...hosts('address', [
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[0000:0000:0000:0000:0000:0000:0000:0001]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:a9fe:a9fe]',
    '[::ffff:8.8.8.8]',
    '[::127.0.0.1]',
    '[::7f00:1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::a9fe:a9fe]',
    '[2002:7f00:1::]',
    '[2002:a9fe:a9fe::1]',
    '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
    '[2001:2::1]',
    '[2001:10::1]',
    '[2001:20::1]',
    '[2001:db8::1]',
    '[2620:4f:8000::1]',
    '[3ffe::1]',
    '[3fff::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[febf::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[100::1]',
    '[100:0:0:1::1]',
    '[5f00::1]',
    '[4000::1]',
    '[8000::1]',
    '[e000::1]',
  ]),
  // Names that mean this machine or a network of its own.
  ...hosts('name', [
    'localhost',
    'LOCALHOST',
    'localhost.',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    'lоcalhost', // with a Cyrillic о
    'a.localhost',
    'localhost.localdomain',
    'ip6-localhost',
    'intranet',
    'kubernetes.default.svc.cluster.local',
    'metadata.google.internal',
    'router.home.arpa',
    'printer.lan',
    'server.corp',
    'expyuzz4wqqyqhjn.onion',
    '1.0.0.127.in-addr.arpa',
  ]),
  ...hosts('targetUrlInvalid', [
    '[fe80::1%25eth0]',
    '[::1',
    '[127.0.0.1]',
    '1.2.3.4.5',
    '256.256.256.256',
    '0x100000000',
    '-a.example.com',
    'a_b.example.com',
    'a%00b.example.com',
    `${'a'.repeat(64)}.example.com`,
    `${'a.'.repeat(127)}example.com`,
  ]),
  ...hosts('targetUrlEmptyLabel', ['127.0.0.1..', 'a..example.com']),
  // Credentials, also such as move the host.
  ...all('targetUrlUserinfo', [
    'https://user:pw@example.com:{port}/',
    'https://example.com@127.0.0.1:{port}/',
    'https://127.0.0.1:{port}@example.com/',
    'https://@127.0.0.1:{port}/',
    'https://:@127.0.0.1:{port}/',
    'https://example.com%40127.0.0.1@127.0.0.1:{port}/',
  ]),
  ...all('targetUrlInvalid', [
    'https://example.com\\@127.0.0.1:{port}/',
    'https:\\\\127.0.0.1:{port}/',
    'https:127.0.0.1:{port}/',
    'https:/127.0.0.1:{port}/',
    'https:///127.0.0.1:{port}/',
    'https://',
    'https://:{port}/',
    '//127.0.0.1:{port}/',
    '127.0.0.1:{port}',
    'https://example.com:65536/',
    'https://example.com:-1/',
    'https://example.com:{port}x/',
  ]),
  ...all('targetUrlFragment', ['https://example.com/#@127.0.0.1', 'https://example.com/#']),
  ...all('targetUrlSpace', [
    ' https://example.com/',
    'https://example.com/ ',
    'https://example.com/\n',
    'https://exa\tmple.com/',
    'https://127.0.0.1\r\n:{port}/',
    'https://example.com/a b',
    'https://example.com/\u0000',
    'java\nscript:alert(1)',
  ]),
  ...all('targetUrlInvisible', ['https://exam\u00a0ple.com/', 'https://exam\u200bple.com/']),
  ...all('targetUrlHttps', [
    'http://127.0.0.1:{port}/',
    'http://example.com/',
    'ftp://127.0.0.1:{port}/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:{port}/_GET',
    'dict://127.0.0.1:{port}/',
    'data:text/plain,hello',
    'javascript:alert(1)',
    'blob:https://example.com/1',
    'ws://127.0.0.1:{port}/',
    'HTTP://example.com/',
  ]),
  ...all('port', [
    'https://api.example.com:22/',
    'https://api.example.com:25/',
    'https://api.example.com:80/',
    'https://api.example.com:6379/',
    'https://api.example.com:0/',
    'https://127.0.0.1:22/',
  ]),
  ...all('lookedUp', [
    'https://api.example.com/',
    'HTTPS://API.EXAMPLE.COM/signup?code=abc',
    'https://api.example.com./',
    'https://api.example.com:443/',
    'https://api.example.com:0443/',
    'https://api.example.com:8443/',
    'https://bücher.example/',
    'https://xn--bcher-kva.example/',
    'https://127.0.0.1.nip.example/',
    'https://localhost.example.com/',
    'https://contoso.azurewebsites.net/api/signup?code=a%40b',
    'https://graph.microsoft.com/v1.0/me',
    'https://1.example.com/@user',
    'https://example.com/?next=http://127.0.0.1/',
  ]),
]
