import { jsonAnswer } from '@/lib/server/exchange/json-answer'
import { routes } from '@/lib/server/endpoint/handler'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes('/api/health', {
  GET: () => Promise.resolve(jsonAnswer(200, { status: 'ok' })),
})
