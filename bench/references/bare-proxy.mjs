// The least a proxy on Node can do: pass on the question, pass back the answer.
import { Agent, createServer, request } from 'node:http'

const agent = new Agent({ keepAlive: true })

createServer((incoming, outgoing) => {
  const { method, url: path, headers } = incoming
  const upstream = { host: '127.0.0.1', port: process.env.UPSTREAM_PORT, agent }
  const passedOn = request({ ...upstream, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  passedOn.on('error', () => outgoing.destroy())
  incoming.pipe(passedOn)
}).listen(Number(process.env.PORT), '127.0.0.1')
