'use client'

import type { ComponentType } from 'react'
import { MoreTexts } from '@/components/shell/frame/more-texts'
import { workTexts } from '@/lib/messages/work-texts'

/** The page with the texts of what is done at one connector, which the list has no use for. */
export function withWorkTexts<Props extends object>(Page: ComponentType<Props>) {
  return function WorkPage(props: Props) {
    return (
      <MoreTexts texts={workTexts}>
        <Page {...props} />
      </MoreTexts>
    )
  }
}
