import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { firstPaintScript } from '@/components/shell/frame/first-paint'
import { LanguageProvider } from '@/components/shell/frame/language'
import { BrokenTextsProvider, type BrokenTexts } from '@/components/shell/notices/broken'
import { SignInPage } from '@/components/shell/session/sign-in-page'
import { SetupGuide } from '@/components/setup/setup-guide'
import { chosenLanguage } from '@/lib/messages/catalogue'
import { translator } from '@/lib/messages/translator'
import { portalSettings } from '@/lib/server/configuration/configuration'
import './globals.css'
import { SessionGate } from './session-gate'
import { setupState } from './setup-state'

const productName = translator('shell')('productName')

export const metadata: Metadata = {
  title: { default: productName, template: `%s – ${productName}` },
  robots: { index: false },
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const settings = portalSettings()
  const language = chosenLanguage()
  return (
    <html lang={language.locale} suppressHydrationWarning>
      <head>
        <script
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: firstPaintScript }}
          suppressHydrationWarning // browsers hide a nonce from scripts once it has been used
        />
      </head>
      <body>
        <LanguageProvider language={language}>
          <BrokenTextsProvider texts={brokenTexts()}>
            <SessionGate
              nonce={nonce}
              settings={settings}
              signedOut={
                settings ? <SignInPage settings={settings} /> : <SetupGuide state={setupState()} />
              }
            >
              {children}
            </SessionGate>
          </BrokenTextsProvider>
        </LanguageProvider>
      </body>
    </html>
  )
}

function brokenTexts(): BrokenTexts {
  const t = translator('shell')
  return {
    stopped: { title: t('pageBrokeTitle'), body: t('pageBrokeBody') },
    notLoaded: { title: t('notLoadedTitle'), body: t('notLoadedBody') },
    reference: t('pageBrokeReference'),
    retry: t('retry'),
  }
}
