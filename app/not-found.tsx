import { pages } from '@/lib/contract/routes'
import { translator } from '@/lib/messages/translator'

export default function NotFoundPage() {
  const t = translator('shell')
  return (
    <div className="prose">
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundBody')}</p>
      <p>
        <a href={pages.connectors()}>{t('backToConnectors')}</a>
      </p>
    </div>
  )
}
