import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { firstPaintScript } from '@/components/shell/frame/first-paint'
import { SessionGate } from '@/components/shell/session/session-gate'
import { SignInPage } from '@/components/shell/session/sign-in-page'
import { SetupGuide } from '@/components/setup/setup-guide'
import { translator } from '@/lib/messages/translator'
import { portalSettings } from '@/lib/server/configuration/configuration'
import './globals.css'
import { setupState } from './setup-state'

const productName = translator('shell')('productName')

export const metadata: Metadata = {
  title: { default: productName, template: `%s – ${productName}` },
  robots: { index: false },
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const settings = portalSettings()
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: firstPaintScript }}
          suppressHydrationWarning // browsers hide a nonce from scripts once it has been used
        />
      </head>
      <body>
        <SessionGate
          nonce={nonce}
          settings={settings}
          signedOut={
            settings ? <SignInPage settings={settings} /> : <SetupGuide state={setupState()} />
          }
        >
          {children}
        </SessionGate>
      </body>
    </html>
  )
}
