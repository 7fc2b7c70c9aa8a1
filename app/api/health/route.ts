import { jsonAnswer } from '@/lib/graph/basics/answer'
import { routes } from '@/lib/server/endpoint/handler'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes('/api/health', {
  GET: () => Promise.resolve(jsonAnswer(200, { status: 'ok' })),
})
