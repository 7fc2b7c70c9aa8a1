/** A DNS server on loopback that answers as a test says (RFC 1035 section 4). */
import { createSocket } from 'node:dgram'
import ipaddr from 'ipaddr.js'

export type Question = { readonly name: string; readonly type: 'A' | 'AAAA' }

/** Addresses of either kind; of them those of the question's type are answered. */
export type DnsAnswer = readonly string[] | 'no such name' | 'failure' | 'silence'

export type DnsServer = {
  /** For `Resolver.setServers`. */
  readonly address: string
  readonly questions: Question[]
  /** How the next questions are answered. */
  respond: (question: Question) => DnsAnswer
  readonly stop: () => Promise<void>
}

const types: Readonly<Record<number, Question['type']>> = { 1: 'A', 28: 'AAAA' }

export async function startDnsServer(): Promise<DnsServer> {
  const socket = createSocket('udp4')
  const questions: Question[] = []
  socket.on('message', (query, { port, address }) => {
    const question = readQuestion(query)
    questions.push(question)
    const answer = server.respond(question)
    if (answer !== 'silence') socket.send(writeAnswer(query, question, answer), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const server: DnsServer = {
    address: `127.0.0.1:${socket.address().port}`,
    questions,
    respond: () => 'no such name',
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  }
  return server
}

const headerLength = 12

function nameEnd(query: Buffer): number {
  let at = headerLength
  while (query[at]) at += 1 + (query[at] ?? 0)
  return at + 1
}

function readQuestion(query: Buffer): Question {
  const labels: string[] = []
  for (let at = headerLength; query[at]; at += 1 + (query[at] ?? 0)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + (query[at] ?? 0)))
  }
  const type = types[query.readUInt16BE(nameEnd(query))]
  if (!type) throw new Error('Only addresses are asked for')
  return { name: labels.join('.'), type }
}

const responseCode = { 'no such name': 3, failure: 2 }

function writeAnswer(
  query: Buffer,
  { type }: Question,
  answer: Exclude<DnsAnswer, 'silence'>,
): Buffer {
  const isFault = typeof answer === 'string'
  const kind = type === 'A' ? 'ipv4' : 'ipv6'
  const addresses = isFault
    ? []
    : answer.map((text) => ipaddr.parse(text)).filter((address) => address.kind() === kind)
  const header = Buffer.alloc(headerLength)
  query.copy(header, 0, 0, 2)
  // A response of a server that recurses.
  header.writeUInt16BE(0x8180 + (isFault ? responseCode[answer] : 0), 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(addresses.length, 6)
  const question = query.subarray(headerLength, nameEnd(query) + 4)
  return Buffer.concat([
    header,
    question,
    ...addresses.map((one) => record(type, one.toByteArray())),
  ])
}

/** With a time to live of 0, as a server has it that means to change its mind. */
function record(type: Question['type'], data: number[]): Buffer {
  const fields = Buffer.alloc(12)
  fields.writeUInt16BE(0xc000 + headerLength, 0)
  fields.writeUInt16BE(type === 'A' ? 1 : 28, 2)
  fields.writeUInt16BE(1, 4)
  fields.writeUInt16BE(data.length, 10)
  return Buffer.concat([fields, Buffer.from(data)])
}
