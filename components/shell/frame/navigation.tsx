'use client'

import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useConnectorsRead } from '@/lib/client/use-connectors'
import { expiryDays } from '@/lib/domain/expiry'
import { pages } from '@/lib/contract/routes'
import { countNeedingAttention } from '@/lib/domain/certificates-overview/attention'
import { narrow } from './breakpoints'
import { useNowSeconds } from '../time/use-now-seconds'
import { PageLink } from './page-link'

const useStyles = makeStyles({
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
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
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
})

/** The ways to the main pages. */
export function Navigation() {
  const styles = useStyles()
  const t = useTranslations('shell')
  return (
    <nav aria-label={t('navigation')} className={styles.navigation}>
      <Destination href={pages.connectors()} name={t('connectors')} />
      <CertificatesDestination />
      <Destination href={pages.userFlows()} name={t('userFlows')} />
      <Destination href={pages.setup()} name={t('setup')} />
    </nav>
  )
}

/** With the number of connectors in need, once the connectors have been read for some page. */
function CertificatesDestination() {
  const t = useTranslations('shell')
  const now = useNowSeconds()
  const count = countNeedingAttention(useConnectorsRead() ?? [], now)
  return (
    <Destination
      href={pages.certificates()}
      name={t('certificates')}
      badge={
        count === 0
          ? null
          : { count, description: t('needAttention', { count, days: expiryDays.soon }) }
      }
    />
  )
}

type DestinationProps = {
  readonly href: string
  readonly name: string
  /** The description says what is counted; it is no part of the link's name. */
  readonly badge?: { readonly count: number; readonly description: string } | null
}

function Destination({ href, name, badge }: DestinationProps) {
  const styles = useStyles()
  const path = usePathname()
  const isCurrent = path === href || path.startsWith(`${href}/`)
  return (
    <PageLink
      href={href}
      title={badge?.description}
      aria-current={isCurrent ? 'page' : undefined}
      className={mergeClasses(styles.destination, isCurrent && styles.current)}
    >
      {name}
      {badge && <CounterBadge aria-hidden count={badge.count} size="small" color="danger" />}
    </PageLink>
  )
}
