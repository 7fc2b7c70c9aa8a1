import { noSuchMethod } from '@/lib/server/endpoint/handler'

/** Requests to pages by methods that pages do not have are led here before Next sees them. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = noSuchMethod
