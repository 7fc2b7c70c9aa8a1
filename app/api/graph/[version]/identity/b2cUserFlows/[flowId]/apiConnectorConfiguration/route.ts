import { userFlowConfigurationRoutes } from '@/lib/server/user-flow-routes'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } =
  userFlowConfigurationRoutes('b2cUserFlows')
