'use client'

import {
  createFocusOutlineStyle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import NextLink from 'next/link'
import { forwardRef, type ComponentProps } from 'react'
import { useNavigationGuard } from '../dialogs/guard'
import { useFetchPage } from '../fetching/page-fetching'

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':active': { color: tokens.colorBrandForegroundLinkPressed },
    ...createFocusOutlineStyle(),
  },
})

type PageLinkProps = Omit<ComponentProps<typeof NextLink>, 'href' | 'onNavigate'> & {
  readonly href: string
}

/** A link to another page of the portal: Fluent's Link would reload it, and know no unsaved work. */
export const PageLink = forwardRef<HTMLAnchorElement, PageLinkProps>(function PageLink(
  { href, className, ...rest },
  ref,
) {
  const { isLinkFree, goTo } = useNavigationGuard()
  const fetchPage = useFetchPage()
  const styles = useStyles()
  const expect = () => {
    fetchPage(href)
  }
  return (
    <NextLink
      {...rest}
      ref={ref}
      href={href}
      prefetch={false}
      onPointerEnter={expect}
      onFocus={expect}
      className={mergeClasses(styles.link, className)}
      onNavigate={(event) => {
        if (isLinkFree()) return
        event.preventDefault()
        goTo(href)
      }}
    />
  )
})
