/** The page of a visitor without a session. The server renders it without Fluent: it must be light. */
import { pages } from '@/lib/contract/routes'
import type { PortalSettings } from '@/lib/contract/settings'
import { translator } from '@/lib/messages/translator'
import { SignInButton } from './sign-in-button'

export function SignInPage({ settings }: { readonly settings: PortalSettings }) {
  const t = translator('signIn')
  return (
    <div className="welcome signed-out">
      <p className="product">{translator('shell')('productName')}</p>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ButtonWithTexts settings={settings} />
      <noscript>
        <p>{t('noScript')}</p>
      </noscript>
      <p>{settings.isDemo ? t('demo') : t('needs')}</p>
      <p>
        <a href={pages.setup()}>{t('setup')}</a>
      </p>
    </div>
  )
}

/** Where Microsoft returns to after a sign-out. */
export function SignedOutPage({ settings }: { readonly settings: PortalSettings | null }) {
  const t = translator('signIn')
  return (
    <main className="welcome">
      <p className="product">{translator('shell')('productName')}</p>
      <h1>{t('signedOutTitle')}</h1>
      <p className="lead">{t('signedOutBody')}</p>
      {settings && <ButtonWithTexts settings={settings} returnTo={pages.connectors()} />}
    </main>
  )
}

type ButtonWithTextsProps = { readonly settings: PortalSettings; readonly returnTo?: string }

function ButtonWithTexts({ settings, returnTo }: ButtonWithTextsProps) {
  const t = translator('signIn')
  return (
    <SignInButton
      settings={settings}
      returnTo={returnTo}
      name={t('signIn')}
      busy={t('signingIn')}
      failed={t('failed')}
    />
  )
}
