// Whether the caller may do this: conditional access, then the token's permissions, then its roles.
import type { JWTPayload } from 'jose'
import { isText, isTextList } from '../basics/checks'
import type { EmulatorContext } from '../state/context'
import { accounts } from '../state/accounts'
import { stepUpClaims } from '../entra/claims-request'
import type { Permission } from '../basics/permissions'
import { roleTemplates } from '../basics/registration'
import { GraphProblem } from './problem'

/** The authentication context that conditional access asks of the account `stepup@contoso.example`. */
const requiredContext = 'c1'

export type Service = 'identity' | 'auditLogs' | 'directory'

type Needs = { service: Service; anyOf: readonly Permission[] }

/** Throws Graph's refusal unless the caller has one of the permissions and a role that may use it. */
export function authorize(
  context: EmulatorContext,
  claims: JWTPayload,
  { service, anyOf }: Needs,
): void {
  requireStepUp(context, claims)
  const { roles, refusePermission, refuseRole } = services[service]
  const granted = isText(claims['scp']) ? claims['scp'].split(' ') : []
  if (!anyOf.some((permission) => granted.includes(permission))) throw refusePermission(anyOf)
  if (!roles) return
  if (!listClaim(claims, 'wids').some((role) => roles.includes(role))) throw refuseRole()
}

type Refusals = {
  /** `null` where none is needed. */
  roles: readonly string[] | null
  refusePermission: (anyOf: readonly Permission[]) => GraphProblem
  refuseRole: () => GraphProblem
}

/** The words of the audit log's refusals are those that administrators quote. */
const services: Record<Service, Refusals> = {
  identity: {
    roles: [roleTemplates.userFlowAdministrator, roleTemplates.globalAdministrator],
    refusePermission: (anyOf) =>
      forbidden(
        `The application does not have any of the required delegated permissions (${anyOf.join(', ')}) to access the resource.`,
      ),
    refuseRole: () =>
      forbidden(
        'Unauthorized. The signed-in user does not have a role that permits this operation.',
      ),
  },
  auditLogs: {
    roles: [roleTemplates.reportsReader, roleTemplates.globalAdministrator],
    refusePermission: (anyOf) =>
      forbidden(
        `The principal does not have required Microsoft Graph permission(s): ${anyOf.join(', ')} to call this API.`,
        'Authentication_MSGraphPermissionMissing',
      ),
    refuseRole: () =>
      forbidden(
        'User is not in the allowed roles',
        'Authentication_RequestFromUnsupportedUserRole',
      ),
  },
  directory: {
    roles: null,
    refusePermission: () =>
      forbidden(
        'Insufficient privileges to complete the operation.',
        'Authorization_RequestDenied',
      ),
    refuseRole: () =>
      forbidden(
        'Insufficient privileges to complete the operation.',
        'Authorization_RequestDenied',
      ),
  },
}

/** Only a client that declared `cp1` is sent a challenge; others are merely refused. */
function requireStepUp({ addresses }: EmulatorContext, claims: JWTPayload): void {
  const account = accounts.find(({ objectId }) => objectId === claims['oid'])
  if (!account?.needsStepUp || listClaim(claims, 'acrs').includes(requiredContext)) return
  const message =
    'Continuous access evaluation resulted in challenge: the token lacks required claims.'
  const canAnswer = listClaim(claims, 'xms_cc').some((word) => word.toLowerCase() === 'cp1')
  if (!canAnswer) throw new GraphProblem({ status: 403, code: 'insufficient_claims' }, message)
  const encoded = Buffer.from(stepUpClaims(requiredContext)).toString('base64')
  const challenge = `Bearer realm="", authorization_uri="${addresses.url}/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`
  const headers = { 'www-authenticate': challenge }
  throw new GraphProblem({ status: 401, code: 'InvalidAuthenticationToken', headers }, message)
}

function forbidden(message: string, code = 'AADB2C'): GraphProblem {
  return new GraphProblem({ status: 403, code }, message)
}

function listClaim(claims: JWTPayload, name: string): string[] {
  const value = claims[name]
  return isTextList(value) ? value : []
}
