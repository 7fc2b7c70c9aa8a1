'use client'

import { makeStyles, SearchBox, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  search: { width: '320px', maxWidth: '100%', minWidth: 0 },
})

/** The tools above a list: its search, its count, its filters. */
export function Tools({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>
}

type SearchFieldProps = {
  readonly label: string
  readonly query: string
  readonly onQuery: (query: string) => void
}

export function SearchField({ label, query, onQuery }: SearchFieldProps) {
  const t = useTranslations('shell')
  return (
    <SearchBox
      className={useStyles().search}
      aria-label={label}
      placeholder={label}
      dismiss={{ 'aria-label': t('clear') }}
      value={query}
      onChange={(_event, { value }) => {
        onQuery(value)
      }}
    />
  )
}
