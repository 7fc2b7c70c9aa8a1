import { UserFlowsPage } from '@/components/user-flows/screens'
import { translator } from '@/lib/messages/translator'

export const metadata = { title: translator('userFlows')('title') }

export default function Page() {
  return <UserFlowsPage />
}
