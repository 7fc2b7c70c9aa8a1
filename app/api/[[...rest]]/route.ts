import { noSuchRoute } from '@/lib/server/endpoint/handler'

/** Every address under /api that no other folder has: it never reaches Microsoft Graph. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = noSuchRoute
