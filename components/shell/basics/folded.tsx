'use client'

import { useState, type ReactNode } from 'react'

type FoldedProps = {
  readonly title: string
  readonly className?: string | undefined
  readonly titleClassName?: string | undefined
  readonly children: ReactNode
}

/**
 * What is shown when it is asked for. Closed it holds nothing: Fluent's focus manager would try to
 * move the focus into it, and the Tab key would get no further.
 */
export function Folded({ title, className, titleClassName, children }: FoldedProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className={className}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open)
      }}
    >
      <summary className={titleClassName}>{title}</summary>
      {isOpen && children}
    </details>
  )
}
