'use client'

import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Hint } from '../popups/hint'
import { useSession } from '@/lib/client/session/session'
import { pages } from '@/lib/contract/routes'
import { AccountMenu } from './account-menu'
import { OfflineBar } from '../notices/offline-bar'
import { Announcements } from '../notices/announcement'
import { narrow } from './breakpoints'
import { ClockNotice } from '../notices/clock-notice'
import { Navigation } from './navigation'
import { PageLink } from './page-link'
import { TenantName } from './tenant-name'
import { ThemeMenu } from './theme-menu'
import { WaitingBar } from '../basics/waiting-bar'

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', minHeight: '100dvh' },
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    top: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    ':not(:focus)': { clipPath: 'inset(50%)', width: '1px', height: '1px', overflow: 'hidden' },
  },
  header: {
    // Its menus open over the page below.
    position: 'relative',
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  product: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  badges: { display: 'flex', gap: tokens.spacingHorizontalS, flexGrow: 1 },
  columns: {
    display: 'flex',
    flexGrow: 1,
    [narrow]: { flexDirection: 'column' },
  },
  content: {
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    [narrow]: { padding: tokens.spacingHorizontalM },
    ':focus': { outlineStyle: 'none' },
  },
})

/** The frame of every page: the product, the badges, the navigation, the account. */
export function PortalFrame({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  const t = useTranslations('shell')
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skipToContent')}
      </a>
      <header className={styles.header}>
        <PageLink href={pages.connectors()} className={styles.product}>
          {t('productName')}
        </PageLink>
        <TenantName />
        <div className={styles.badges}>
          <Badges />
        </div>
        <ThemeMenu />
        <AccountMenu />
      </header>
      <div className={styles.columns}>
        <Navigation />
        <main id="content" tabIndex={-1} className={styles.content}>
          <ClockNotice />
          <OfflineBar />
          <WaitingBar />
          <Announcements>{children}</Announcements>
        </main>
      </div>
    </div>
  )
}

function Badges() {
  const t = useTranslations('shell')
  const { settings, mayWrite } = useSession()
  return (
    <>
      {settings.isDemo && (
        <Hint relationship="description" content={t('demoExplanation')}>
          <Badge appearance="tint" color="warning" tabIndex={0}>
            {t('demoBadge')}
          </Badge>
        </Hint>
      )}
      {!mayWrite && (
        <Hint relationship="description" content={t('readOnlyExplanation')}>
          <Badge appearance="tint" color="informative" tabIndex={0}>
            {t('readOnlyBadge')}
          </Badge>
        </Hint>
      )}
    </>
  )
}
