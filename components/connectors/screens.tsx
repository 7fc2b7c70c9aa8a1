'use client'

/** The pages about connectors, fetched when they are shown: visitors without a session load none. */
import dynamic from 'next/dynamic'

export const ConnectorList = dynamic(
  () => import('./list/connector-list').then((module) => module.ConnectorList),
  { ssr: false },
)

export const NewConnector = dynamic(
  () => import('./form/new-connector').then((module) => module.NewConnector),
  { ssr: false },
)

export const ConnectorDetail = dynamic(
  () => import('./detail/connector-detail').then((module) => module.ConnectorDetail),
  { ssr: false },
)

export const EditConnector = dynamic(
  () => import('./form/edit-connector').then((module) => module.EditConnector),
  { ssr: false },
)
