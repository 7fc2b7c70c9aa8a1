import { SignedOutPage } from '@/components/shell/session/sign-in-page'
import { translator } from '@/lib/messages/translator'
import { portalSettings } from '@/lib/server/configuration/configuration'

export const metadata = { title: translator('signIn')('signedOutTitle') }

export default function Page() {
  return <SignedOutPage settings={portalSettings()} />
}
