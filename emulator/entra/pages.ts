// The pages of sign-in. Each form goes back to the address it came from, so the request is kept.
import type { FastifyReply } from 'fastify'
import { kindNames, type Directory } from '../basics/directories'
import { applicationName } from '../basics/registration'
import { accounts, isOffered, type Account } from '../state/accounts'
import type { AuthorizeRequest } from './authorize-request'
import { html, sendPage, type Html } from './html-page'
import { permissionTitles, type Permission } from '../basics/permissions'
import { problemBody, type EntraProblem } from './problem'

type SignIn = Pick<AuthorizeRequest, 'hintedAccount' | 'tenant'>

/** The people of the tenant, or of each; whoever the portal hinted at comes first, with their tenant. */
export function signInPage(reply: FastifyReply, asked: SignIn): FastifyReply {
  const offered = accounts.filter((account) => isOffered(account, asked))
  const inOrder = offered.sort((one, other) => rank(one, asked) - rank(other, asked))
  const tenants = new Set(inOrder.map(({ tenant }) => tenant))
  return sendPage(reply, {
    status: 200,
    title: asked.tenant ? `Sign in to ${asked.tenant.displayName}` : 'Sign in',
    body: html`<p>Choose who to be for ${applicationName}. There are no passwords here.</p>
      <form method="post">
        <input type="hidden" name="action" value="sign-in" />
        ${[...tenants].map((tenant) => tenantChoices(tenant, inOrder))}
      </form>`,
  })
}

function tenantChoices(tenant: Directory, offered: readonly Account[]): Html {
  const people = offered.filter((account) => account.tenant === tenant)
  return html`<h2>${tenant.displayName} <span class="quiet">${kindNames[tenant.kind]}</span></h2>
    <ul>
      ${people.map(accountChoice)}
    </ul>`
}

/** Asks the person to agree to the permissions. */
export function consentPage(
  reply: FastifyReply,
  account: Account,
  permissions: readonly Permission[],
): FastifyReply {
  return sendPage(reply, {
    status: 200,
    title: 'Permissions requested',
    body: html`<p>${applicationName} would like to do this on behalf of ${account.username}:</p>
      <ul class="plain">
        ${permissions.map(permissionLine)}
      </ul>
      <form method="post" class="actions">
        ${action('accept', 'Accept')}${action('cancel', 'Cancel')}
      </form>`,
  })
}

/** Stands for the second factor that conditional access asks for. */
export function verifyPage(reply: FastifyReply, account: Account): FastifyReply {
  return sendPage(reply, {
    status: 200,
    title: 'Verify your identity',
    body: html`<p>
        ${account.tenant.displayName} asks ${account.username} for an extra verification before it
        gives access.
      </p>
      <form method="post" class="actions">
        ${action('verify', 'Verify')}${action('cancel', 'Cancel')}
      </form>`,
  })
}

export function signedOutPage(reply: FastifyReply): FastifyReply {
  return sendPage(reply, {
    status: 200,
    title: 'You signed out of your account',
    body: html`<p>You may close this page.</p>`,
  })
}

/** For a request that must not be answered by a redirect, since nobody vouches for its address. */
export function problemPage(reply: FastifyReply, problem: EntraProblem): FastifyReply {
  return sendPage(reply, {
    status: 400,
    title: 'Sorry, but we’re having trouble signing you in.',
    body: html`<p>${problemBody(problem).error_description}</p>`,
  })
}

function rank(account: Account, { hintedAccount }: SignIn): number {
  return account === hintedAccount ? 0 : 1
}

function accountChoice({ username, displayName, explanation }: Account): Html {
  const id = `about-${username.replace(/\W/g, '-')}`
  return html`<li>
    <button name="account" value="${username}" aria-describedby="${id}">${displayName}</button>
    <p class="quiet" id="${id}">${username}: ${explanation}</p>
  </li>`
}

function permissionLine(permission: Permission): Html {
  return html`<li>${permissionTitles[permission]} <code>${permission}</code></li>`
}

function action(value: string, label: string): Html {
  const kind = value === 'cancel' ? 'plain' : 'strong'
  return html`<button name="action" value="${value}" class="${kind}">${label}</button>`
}
