// Which web pages may read the answers of sign-in: the portal, on whatever local port it runs.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopbackOrigin } from '../basics/registration'

export function allowPortalOrigin(request: FastifyRequest, reply: FastifyReply): void {
  const { origin } = request.headers
  reply.header('vary', 'origin')
  if (origin !== undefined && isLoopbackOrigin(origin)) {
    reply.header('access-control-allow-origin', origin)
  }
}
