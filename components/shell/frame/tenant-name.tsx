'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { useTenant } from '@/lib/client/use-tenant'
import { useTenantKind } from '@/lib/client/use-user-flows'
import { narrow } from './breakpoints'

const useStyles = makeStyles({
  tenant: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    maxWidth: '18rem',
    margin: 0,
    lineHeight: tokens.lineHeightBase200,
    [narrow]: {
      order: 1,
      flexBasis: '100%',
      maxWidth: 'none',
      flexDirection: 'row',
      flexWrap: 'wrap',
      columnGap: tokens.spacingHorizontalS,
      paddingBottom: tokens.spacingVerticalXS,
    },
  },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'plaintext',
    fontWeight: tokens.fontWeightSemibold,
  },
  kind: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** The tenant at hand, always in sight: whoever looks after test and production must not mix them up. */
export function TenantName() {
  const styles = useStyles()
  const t = useTranslations('shell')
  const { id, name } = useTenant()
  const kind = useTenantKind()
  return (
    <p className={styles.tenant} aria-label={t('tenant')} role="group">
      <span className={styles.name} title={name ?? id}>
        {name ?? id}
      </span>
      {kind && <span className={styles.kind}>{t(`tenantKind.${kind}`)}</span>}
    </p>
  )
}
