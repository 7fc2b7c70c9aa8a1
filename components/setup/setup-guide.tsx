/** How the portal is configured and what a tenant needs. Rendered by the server, for everyone. */
import { permissions } from '@/lib/contract/permissions'
import { pages } from '@/lib/contract/routes'
import { translator } from '@/lib/messages/translator'
import { SetupFacts } from './setup-facts'
import type { SetupState } from './setup-state'

export function SetupGuide({ state }: { readonly state: SetupState }) {
  const t = translator('setup')
  return (
    <div className="prose">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <SetupFacts state={state} />
      <h2>{t('registerTitle')}</h2>
      <ol>
        <li>{t('register1')}</li>
        <li>{t('register2', { redirectUri: state.redirectUri })}</li>
        <li>{t('register3')}</li>
      </ol>
      <p>{t('registerB2c')}</p>
      <h2 id="consent">{t('consentTitle')}</h2>
      <ol>
        <li>
          {t('consent1', { write: permissions.writeConnectors, read: permissions.readConnectors })}
        </li>
        <li>{t('consent2', { flows: permissions.writeUserFlows })}</li>
        <li>
          {t('consentHistory', {
            auditLog: permissions.readAuditLog,
            directory: permissions.readDirectory,
          })}
        </li>
        <li>{t('consent3')}</li>
      </ol>
      <h2>{t('roleTitle')}</h2>
      <p>{t('role1')}</p>
      <p>{t('role2')}</p>
      {state.settings && (
        <p>
          <a href={pages.connectors()}>{t('back')}</a>
        </p>
      )}
    </div>
  )
}
