'use client'

import { Button, makeStyles, tokens, type useRestoreFocusTarget } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { PageLink } from '@/components/shell/frame/page-link'
import { pages } from '@/lib/contract/routes'
import { placeKey } from '@/lib/domain/user-flows/place'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { usePlaceText } from '../usage/use-usage-text'

const useStyles = makeStyles({
  places: { listStyleType: 'none', margin: 0, padding: 0, maxWidth: '760px' },
  place: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere', lineHeight: '24px' },
  flow: { fontWeight: tokens.fontWeightSemibold },
  detach: { flexShrink: 0 },
})

type UsageListProps = {
  readonly places: readonly Place[]
  /** Makes a button one to which the focus comes back. */
  readonly opener: ReturnType<typeof useRestoreFocusTarget>
  readonly onDetach: (place: Place) => void
}

/** The steps that call a connector, each with the button that detaches it. */
export function UsageList({ places, opener, onDetach }: UsageListProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const placeText = usePlaceText()
  if (places.length === 0) return null
  return (
    <ul aria-label={t('usage.panel.list')} className={styles.places}>
      {places.map((place) => (
        <li key={placeKey(place)} className={styles.place}>
          <span className={styles.words}>
            <span className={styles.flow}>
              {t('usage.attach.flowOfKind', { flow: place.flowId, kind: t(`kind.${place.kind}`) })}
            </span>
            <span>
              <PageLink href={pages.userFlowStep(place)}>{t(`step.${place.step}`)}</PageLink>
            </span>
          </span>
          <Button
            {...opener}
            size="small"
            className={styles.detach}
            aria-label={t('usage.detach.openLabel', { place: placeText(place) })}
            onClick={() => {
              onDetach(place)
            }}
          >
            {t('usage.detach.open')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
