import { SetupGuide } from '@/components/setup/setup-guide'
import { setupState } from '@/app/setup-state'
import { translator } from '@/lib/messages/translator'

export const metadata = { title: translator('setup')('title') }

export default function SetupPage() {
  return <SetupGuide state={setupState()} />
}
