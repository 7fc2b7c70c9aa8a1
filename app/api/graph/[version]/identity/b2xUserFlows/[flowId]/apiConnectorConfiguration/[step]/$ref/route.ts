import { userFlowStepRoutes } from '@/lib/server/user-flow-routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = userFlowStepRoutes('b2xUserFlows')
