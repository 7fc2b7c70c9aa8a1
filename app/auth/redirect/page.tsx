import { RedirectBridge } from '@/components/shell/session/redirect-bridge'
import { translator } from '@/lib/messages/translator'

/** Where Microsoft's sign-in answers arrive, also those for the hidden frame of a silent renewal. */
export default function RedirectPage() {
  const t = translator('signIn')
  return (
    <main className="prose">
      <RedirectBridge
        waiting={t('redirecting')}
        finished={t('finished')}
        failed={t('redirectFailed')}
        lost={t('redirectLost')}
        back={t('redirectBack')}
      />
    </main>
  )
}
