import { routes } from '@/lib/server/handler'
import { readiness } from '@/lib/server/readiness'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes('/api/ready', {
  GET: readiness,
})
