import { redirect } from 'next/navigation'
import { pages } from '@/lib/contract/routes'

export default function HomePage() {
  redirect(pages.connectors())
}
