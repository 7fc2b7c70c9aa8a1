'use client'

import { Badge, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session'
import { pages } from '@/lib/contract/routes'
import { AccountMenu } from './account-menu'
import { Announcements } from './announcement'
import { PageLink } from './page-link'
import { ThemeMenu } from './theme-menu'

const narrow = '@media (max-width: 760px)'

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
  navigation: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    width: '200px',
    flexShrink: 0,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderInlineEndWidth: tokens.strokeWidthThin,
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
    [narrow]: {
      flexDirection: 'row',
      flexWrap: 'wrap',
      width: 'auto',
      borderInlineEndStyle: 'none',
      borderBottomStyle: 'solid',
      borderBottomWidth: tokens.strokeWidthThin,
      borderBottomColor: tokens.colorNeutralStroke2,
    },
  },
  destination: {
    display: 'block',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground2Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    // In high contrast the background of what is selected is bright, and its text black.
    backgroundColor: tokens.colorNeutralBackground2Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  content: {
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    [narrow]: { padding: tokens.spacingHorizontalM },
    ':focus': { outlineStyle: 'none' },
  },
})

/** What surrounds every page: the product, the badges, the navigation, the account. */
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
        <div className={styles.badges}>
          <Badges />
        </div>
        <ThemeMenu />
        <AccountMenu />
      </header>
      <div className={styles.columns}>
        <Navigation />
        <main id="content" tabIndex={-1} className={styles.content}>
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
        <Tooltip relationship="description" content={t('demoExplanation')}>
          <Badge appearance="tint" color="warning" tabIndex={0}>
            {t('demoBadge')}
          </Badge>
        </Tooltip>
      )}
      {!mayWrite && (
        <Tooltip relationship="description" content={t('readOnlyExplanation')}>
          <Badge appearance="tint" color="informative" tabIndex={0}>
            {t('readOnlyBadge')}
          </Badge>
        </Tooltip>
      )}
    </>
  )
}

function Navigation() {
  const styles = useStyles()
  const t = useTranslations('shell')
  const path = usePathname()
  const destinations = [
    { href: pages.connectors(), name: t('connectors') },
    { href: pages.setup(), name: t('setup') },
  ]
  return (
    <nav aria-label={t('navigation')} className={styles.navigation}>
      {destinations.map(({ href, name }) => {
        const isCurrent = path === href || path.startsWith(`${href}/`)
        return (
          <PageLink
            key={href}
            href={href}
            aria-current={isCurrent ? 'page' : undefined}
            className={mergeClasses(styles.destination, isCurrent && styles.current)}
          >
            {name}
          </PageLink>
        )
      })}
    </nav>
  )
}
