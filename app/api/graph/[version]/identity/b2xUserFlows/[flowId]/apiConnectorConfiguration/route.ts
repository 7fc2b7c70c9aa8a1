import { userFlowConfigurationRoutes } from '@/lib/server/endpoint/user-flow-routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } =
  userFlowConfigurationRoutes('b2xUserFlows')
