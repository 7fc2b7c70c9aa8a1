import { routes } from '@/lib/server/endpoint/handler'
import { readiness } from '@/lib/server/endpoint/readiness'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes('/api/ready', {
  GET: readiness,
})
