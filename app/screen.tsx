'use client'

import { createContext, useContext, useEffect, useState, type ComponentProps } from 'react'
import type { Fetched } from '@/components/shell/fetching/fetched'
import { FetchedInPlace, FetchedPart } from '@/components/shell/fetching/fetched-part'
import type { SamplesPage } from '@/components/connector-tests/samples-page'

type NoProps = Readonly<Record<string, never>>

/** What the address tells each page. */
export type ScreenProps = {
  readonly connectorList: NoProps
  readonly newConnector: NoProps
  readonly connectorDetail: { readonly id: string }
  readonly editConnector: { readonly id: string }
  readonly certificates: NoProps
  readonly userFlows: NoProps
  readonly samples: ComponentProps<typeof SamplesPage>
}

export type ScreenName = keyof ScreenProps

export type Screens = { readonly [Name in ScreenName]: Fetched<ScreenProps[Name]> }

/** Filled by the code for signed-in people, which visitors without a session do not load. */
export const ScreensContext = createContext<Screens | null>(null)

type ScreenOf<Name extends ScreenName> = { readonly name: Name; readonly props: ScreenProps[Name] }

/** From the first page of a visit on, there is one to keep until the next is there. */
const visit = { hasPage: false }

/** A page for signed-in people, by its name; the code of what is behind it comes when it is shown. */
export function Screen<Name extends ScreenName>({ name, props }: ScreenOf<Name>) {
  const screens = useContext(ScreensContext)
  const [Part] = useState(() => (visit.hasPage ? FetchedInPlace : FetchedPart))
  useEffect(() => {
    visit.hasPage = true
  }, [])
  if (!screens) throw new Error('A Screen needs the portal around it.')
  return <Part<ScreenProps[Name]> part={screens[name]} props={props} />
}
