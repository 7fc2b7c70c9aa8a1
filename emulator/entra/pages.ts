// The pages of sign-in. Each form goes back to the address it came from, so the request is kept.
import type { FastifyReply } from 'fastify'
import { applicationName } from '../registration'
import { accounts, type Account } from './accounts'
import { html, sendPage, type Html } from './html-page'
import { permissionTitles, type Permission } from './permissions'
import { problemBody, type EntraProblem } from './problem'

/** The list of people; whoever the portal hinted at comes first. */
export function signInPage(reply: FastifyReply, hinted: Account | undefined): FastifyReply {
  const inOrder = [...accounts].sort((one, other) => rank(one, hinted) - rank(other, hinted))
  return sendPage(reply, {
    status: 200,
    title: 'Sign in to Contoso',
    body: html`<p>Choose who to be for ${applicationName}. There are no passwords here.</p>
      <form method="post">
        <input type="hidden" name="action" value="sign-in" />
        <ul>
          ${inOrder.map(accountChoice)}
        </ul>
      </form>`,
  })
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
        Contoso asks ${account.username} for an extra verification before it gives access.
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

function rank(account: Account, hinted: Account | undefined): number {
  return account === hinted ? 0 : 1
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
