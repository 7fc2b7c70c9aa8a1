'use client'

import { createContext, useContext } from 'react'

/** Begins to load the code of the page at a path of the portal; a guess at what is wanted next. */
export type FetchPage = (path: string) => void

const FetchPageContext = createContext<FetchPage | null>(null)

export const FetchPageProvider = FetchPageContext.Provider

export function useFetchPage(): FetchPage {
  const fetchPage = useContext(FetchPageContext)
  if (!fetchPage) throw new Error('useFetchPage needs a FetchPageProvider above it.')
  return fetchPage
}
