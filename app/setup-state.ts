import type { SetupState } from '@/components/setup/setup-state'
import { pages } from '@/lib/contract/routes'
import {
  configuration,
  configurationProblems,
  portalSettings,
} from '@/lib/server/configuration/configuration'

/** The content of the Setup page, and of every page of an unconfigured portal. */
export const setupState = (): SetupState => ({
  settings: portalSettings(),
  problems: configurationProblems(),
  redirectUri: configuration().portalOrigin + pages.redirect(),
})
