/** Every situation that the portal explains: provoked through the emulator, read on the page. */
import type { Locator, Page } from '@playwright/test'
import { connectorsPath, notice } from './support/connectors'
import type { EmulatorControl } from '../emulator/testing/control-client'
import { signIn } from './support/sign-in'
import { enterThroughPages } from './support/sign-in-pages'
import { expect, test } from './support/test'

type Refusal = {
  readonly status: number
  readonly code: string
  readonly message?: string
  readonly details?: readonly { readonly target: string; readonly code: string }[]
  readonly headers?: Readonly<Record<string, string>>
}

type Explained = readonly [refusal: Refusal, title: string, ...buttons: string[]]

const permission = (name: string) =>
  `The application does not have any of the required delegated permissions (${name}) to access the resource.`

const segment = "Resource not found for the segment 'apiConnectors'."

const outcome = (code: string) => ({
  status: 504,
  code: 'outcomeUnknown',
  details: [{ target: 'outcome', code }],
})

const retry = 'Try again'
const setup = 'Open Setup'
const again = 'Sign in again'

const families: Readonly<Record<string, readonly Explained[]>> = {
  'what the sign-in may not do': [
    [
      { status: 403, code: 'AADB2C', message: permission('APIConnectors.ReadWrite.All') },
      'The permission for this is missing',
    ],
    [
      { status: 403, code: 'AADB2C', message: permission('IdentityUserFlow.ReadWrite.All') },
      'The permission for user flows is missing',
    ],
    [
      { status: 403, code: 'AADB2C', message: 'Insufficient privileges.' },
      'Microsoft refused although you have the role',
      retry,
    ],
    [
      { status: 403, code: 'AADB2C', message: "'x' is not an Azure AD B2C directory." },
      'This tenant does not have user flows of this kind',
    ],
    [
      { status: 403, code: 'insufficient_claims' },
      'Microsoft asks for extra verification',
      'Verify it is you',
    ],
    [{ status: 401, code: 'InvalidAuthenticationToken' }, 'Your sign-in has ended', again],
  ],
  'what Graph does not accept': [
    [
      { status: 400, code: 'AADB2C', message: 'The maximum number (20) has been reached.' },
      'No more connectors fit into this tenant',
    ],
    [{ status: 400, code: 'AADB2C90213' }, 'Microsoft could not open the certificate file'],
    [{ status: 400, code: 'AADB2C90179' }, 'Microsoft refused the certificate'],
    [{ status: 400, code: 'AADB2C90180' }, 'Microsoft already has this certificate'],
    [{ status: 400, code: 'AADB2C90214' }, 'The certificate has expired'],
    [{ status: 400, code: 'AADB2C90186' }, 'A value is missing'],
    [{ status: 400, code: 'AADB2C99008' }, 'Microsoft refused the endpoint URL'],
    [{ status: 400, code: 'AADB2C99014' }, 'One of the values cannot be changed'],
    [{ status: 400, code: 'AADB2C99018' }, 'Microsoft chooses the ID itself'],
    [{ status: 400, code: 'AADB2C99019' }, 'Microsoft does not know this kind of authentication'],
    [{ status: 400, code: 'AADB2C' }, 'Something in this was not accepted'],
    [
      { status: 404, code: 'BadRequest', message: segment },
      'This version of Microsoft Graph does not have this',
      setup,
    ],
    [{ status: 409, code: 'AADB2C95053' }, 'Two changes met', retry],
    [{ status: 409, code: 'AADB2C' }, 'Something else is changing this at the moment'],
    [{ status: 413, code: 'RequestEntityTooLarge' }, 'This is too large to send'],
  ],
  'what is wrong with the service': [
    [{ status: 429, code: 'AADB2C90229' }, 'Microsoft is limiting requests', retry],
    [{ status: 500, code: 'AADB2C90063' }, 'Microsoft has a problem at the moment', retry],
    [{ status: 502, code: 'BadGateway' }, 'Microsoft’s gateway has a problem', retry],
    [
      { status: 503, code: 'serviceNotAvailable' },
      'The service is not available at the moment',
      retry,
    ],
    [{ status: 504, code: 'UnknownError' }, 'Microsoft needs too long', retry],
    [{ status: 507, code: 'InsufficientStorage' }, 'The tenant has reached a limit of Microsoft’s'],
    [{ status: 418, code: 'NeverSeenBefore' }, 'This did not work', retry],
  ],
  'what is not known': [
    [outcome('notSeen'), 'It has probably not happened'],
    [outcome('hidden'), 'It is not known whether this has happened'],
    [outcome('several'), 'More than one connector could be the new one'],
    [outcome('notRead'), 'It is not known whether this has happened'],
    [{ status: 504, code: 'outcomeUnknown' }, 'It is not known whether this has happened'],
  ],
  'what is wrong with the portal': [
    [{ status: 502, code: 'upstreamUnreachable' }, 'Microsoft Graph cannot be reached', retry],
    [{ status: 504, code: 'upstreamTimeout' }, 'Microsoft Graph did not answer in time', retry],
    [{ status: 502, code: 'upstreamInvalid' }, 'The answer was not Microsoft Graph’s', retry],
    [{ status: 503, code: 'notConfigured' }, 'The portal is not configured yet', setup],
    [{ status: 503, code: 'tooBusy' }, 'The portal has too much to do', retry],
    [{ status: 403, code: 'crossSiteRequest' }, 'The portal does not know its own address', setup],
    [{ status: 403, code: 'foreignToken' }, 'This sign-in is not one of this portal’s', again],
    [{ status: 400, code: 'unauthenticated' }, 'Your sign-in did not reach the portal’s server'],
    [{ status: 404, code: 'routeNotAllowed' }, 'This page is older than the portal'],
    [{ status: 400, code: 'certificateRefused' }, 'This certificate file cannot be used'],
    [{ status: 503, code: 'certificateNotChecked' }, 'The certificate file was not checked', retry],
    [
      { status: 500, code: 'unexpected', message: 'Something went wrong.' },
      'The portal has made a mistake',
      retry,
    ],
    [{ status: 500, code: 'unexpected' }, 'Something in front of the portal answered', retry],
    [{ status: 500, code: 'savedNotRead' }, 'Saved, but it could not be read again'],
  ],
}

async function refuseList(emulator: EmulatorControl, { status, headers, ...error }: Refusal) {
  await emulator.clearFaults()
  await emulator.faults({
    method: 'GET',
    path: connectorsPath,
    times: 99,
    kind: 'status',
    status,
    ...(headers ? { headers } : {}),
    body: { error },
  })
}

/** Opens the details, which may be open from before. */
const unfold = (failure: Locator) =>
  failure.locator('details').evaluate((details: HTMLDetailsElement) => {
    details.open = true
  })

/** Reads the list again, once the reading before has ended. */
async function refresh(page: Page) {
  const button = page.getByRole('button', { name: 'Refresh' })
  await expect(button).toBeEnabled()
  await button.click()
}

for (const [family, explained] of Object.entries(families)) {
  test(`${family} is explained, with what to do and what support asks for`, async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of/)
    await signIn(page)
    await expect(page.getByRole('row', { name: 'Loyalty number lookup' })).toBeVisible()
    for (const [refusal, title, ...buttons] of explained) {
      await test.step(`${refusal.status} ${refusal.code}`, async () => {
        await refuseList(emulator, refusal)
        await refresh(page)

        const failure = notice(page, title)
        await unfold(failure)
        await expect(failure).toContainText(refusal.code)
        for (const name of buttons) {
          await expect(failure.getByRole('button', { name })).toBeVisible()
        }
        await expect(failure).toContainText(`${refusal.status}`)
      })
    }
  })
}

const refusals: readonly (readonly [entra: string, title: string])[] = [
  ['AADSTS50020: User account from another provider', 'This account does not belong to the tenant'],
  ['AADSTS500200: personal account', 'Personal Microsoft accounts cannot be used'],
  [
    'AADSTS50194: Application is not configured as a multi-tenant application',
    'The portal is registered for one tenant, but signs in to any',
  ],
  ['AADSTS50105: not assigned to a role', 'The portal is not assigned to you'],
  ['AADSTS53003: blocked by Conditional Access', 'A policy blocks this sign-in'],
  ['AADSTS53000: device is not compliant', 'This device is not accepted'],
  ['AADSTS50057: The user account is disabled', 'This account is locked or disabled'],
  ['AADSTS65004: declined to consent', 'The permission was not given'],
  ['AADSTS90094: admin consent is required', 'An administrator has to approve this portal first'],
  ['AADSTS700016: application not found', 'The portal is not registered in this tenant'],
  ['AADSTS9002326: cross-origin redemption', 'The portal’s registration has the wrong platform'],
  ['AADSTS987654: something new', 'Sign-in did not work'],
]

test.describe('signing in', () => {
  test.use({ hasSharedSession: false })

  for (const [signInRefusal, title] of refusals) {
    test(`${signInRefusal} is explained on the sign-in page`, async ({ page, emulator }) => {
      await emulator.settings({ signInRefusal })
      await page.goto('/')
      await enterThroughPages(page, 'User Flow Admin')

      const failure = notice(page, title)
      await unfold(failure)
      await expect(failure).toContainText(signInRefusal)
    })
  }
})

test.describe('just signed in', () => {
  // In an older sign-in, a role that it does not carry may have been activated since.
  test.use({ hasSharedSession: false })

  test('a role that the sign-in does not carry yet is told from a role that is missing', async ({
    page,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 403/)
    await signIn(page, 'No Role')
    await expect(notice(page, 'Your account does not have the role for this')).toBeVisible()

    await page.clock.setSystemTime(Date.now() + 10 * 60_000)
    await refresh(page)

    const failure = notice(page, 'Your sign-in does not carry the role yet')
    await expect(failure.getByRole('button', { name: again })).toBeVisible()
  })
})

test('the portal’s server not answering is told from being offline', async ({
  page,
  context,
  consoleErrors,
}) => {
  consoleErrors.allow(/ERR_(BLOCKED_BY_CLIENT|INTERNET_DISCONNECTED|FAILED)/)
  await signIn(page)
  await expect(page.getByRole('row', { name: 'Age verification' })).toContainText('Not used')
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setBlockedURLs', { urls: ['*/api/graph/*'] })
  await refresh(page)
  await expect(notice(page, 'The portal does not answer')).toBeVisible()

  await context.setOffline(true)
  await refresh(page)
  await expect(notice(page, 'You are offline')).toBeVisible()
})

test('what support asks for is copied as one text, without secrets', async ({
  page,
  context,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page)
  await refuseList(emulator, { status: 500, code: 'AADB2C90063', message: 'There is a problem.' })
  await refresh(page)
  const failure = notice(page, 'Microsoft has a problem at the moment')
  await failure.getByText('Details for support').click()

  await failure.getByRole('button', { name: 'Copy' }).click()

  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/HTTP status: 500\nCode: AADB2C90063\nMessage: There is a problem\./)
  expect(copied).toMatch(/Request: GET \/v1\.0\/identity\/apiConnectors/)
  expect(copied).toMatch(/client-request-id: [0-9a-f-]{36}/)
  expect(copied).not.toMatch(/Bearer|eyJ/)
})
