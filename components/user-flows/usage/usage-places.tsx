'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { PageLink } from '@/components/shell/frame/page-link'
import { pages } from '@/lib/contract/routes'
import { placeKey } from '@/lib/domain/user-flows/place'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { usePlaceText } from './use-usage-text'

const useStyles = makeStyles({
  places: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
    lineHeight: '24px',
  },
})

/** The steps that call a connector, each a link to it. */
export function UsagePlaces({ places }: { readonly places: readonly Place[] }) {
  const styles = useStyles()
  const placeText = usePlaceText()
  return (
    <ul className={styles.places}>
      {places.map((place) => (
        <li key={placeKey(place)}>
          <PageLink href={pages.userFlowStep(place)}>{placeText(place)}</PageLink>
        </li>
      ))}
    </ul>
  )
}
