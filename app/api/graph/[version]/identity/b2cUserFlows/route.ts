import { userFlowRoutes } from '@/lib/server/endpoint/user-flow-routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = userFlowRoutes('b2cUserFlows')
