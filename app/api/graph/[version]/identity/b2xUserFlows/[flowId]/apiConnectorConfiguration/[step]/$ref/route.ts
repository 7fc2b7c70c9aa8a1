import { userFlowStepRoutes } from '@/lib/server/endpoint/user-flow-routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = userFlowStepRoutes('b2xUserFlows')
