'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { maskUrlSecrets } from '@/lib/domain/endpoint-url'
import { RevealButton } from '@/components/shell/basics/masked-url'

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  json: {
    overflowX: 'auto',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
})

/** The connector as Graph sent it, with the secrets of its address hidden until asked for. */
export function ConnectorCode({ received }: { readonly received: unknown }) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const [isShown, setIsShown] = useState(false)
  const masked = JSON.stringify(received, hideUrlSecrets, 2)
  const whole = JSON.stringify(received, null, 2)
  const text = isShown ? whole : masked
  return (
    <div>
      <div className={styles.header}>
        <h2 id="raw" className={styles.title}>
          {t('rawTitle')}
        </h2>
        <CopyButton text={text} what={t('copyJson')} />
        {masked !== whole && <RevealButton isShown={isShown} onChange={setIsShown} />}
      </div>
      <p>{t('rawLead')}</p>
      <pre role="region" aria-labelledby="raw" tabIndex={0} className={styles.json}>
        {text}
      </pre>
    </div>
  )
}

const hideUrlSecrets = (key: string, value: unknown): unknown =>
  key === 'targetUrl' && typeof value === 'string' ? maskUrlSecrets(value) : value
