// The least a route handler of this framework can do: pass on the question, pass back the answer.
import { Pool } from 'undici'

/** Made with the first question: there is no upstream while this is built. */
let pool

export async function GET(request) {
  pool ??= new Pool(`http://127.0.0.1:${process.env.UPSTREAM_PORT}`)
  const { statusCode, headers, body } = await pool.request({
    method: 'GET',
    path: new URL(request.url).pathname,
    headers: { authorization: request.headers.get('authorization') },
  })
  return new Response(body, {
    status: statusCode,
    headers: { 'content-type': headers['content-type'] },
  })
}
