import type { SetupState } from '@/components/setup/setup-state'
import { pages } from '@/lib/contract/routes'
import {
  configuration,
  configurationProblems,
  portalSettings,
} from '@/lib/server/configuration/configuration'

/** What the Setup page, and every page of an unconfigured portal, has to show. */
export const setupState = (): SetupState => ({
  settings: portalSettings(),
  problems: configurationProblems(),
  redirectUri: configuration().portalOrigin + pages.redirect(),
})
