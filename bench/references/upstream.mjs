// In the place of Graph: one fixed list of 100 connectors, LATENCY_MS after the question.
import { createServer } from 'node:http'

const latencyMs = Number(process.env.LATENCY_MS)
const value = Array.from({ length: 100 }, (_, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  displayName: `Connector ${index}: checks what was entered before the account is created`,
  targetUrl: `https://api-${index}.contoso.example/sign-up/check`,
  authenticationConfiguration: {
    '@odata.type': '#microsoft.graph.basicAuthentication',
    username: `connector-${index}`,
    password: '******',
  },
}))
const body = Buffer.from(JSON.stringify({ value }))
const headers = { 'content-type': 'application/json', 'content-length': body.length }

createServer((request, response) => {
  request.resume()
  setTimeout(() => response.writeHead(200, headers).end(body), latencyMs)
}).listen(Number(process.env.PORT), '127.0.0.1')
