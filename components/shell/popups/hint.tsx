'use client'

import { useMergedRefs } from '@fluentui/react-components'
import {
  cloneElement,
  useCallback,
  useId,
  useRef,
  useState,
  type ReactElement,
  type Ref,
} from 'react'
import { FetchedPart } from '../fetching/fetched-part'
import type { HintEvents } from './popup-kit'
import { popupHint } from './popups'

type Named = HintEvents & {
  readonly ref?: Ref<HTMLElement>
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

type HintProps = {
  /** Whether the text is the name of what it belongs to, or says more about it. */
  readonly relationship: 'label' | 'description'
  readonly content: string
  readonly children: ReactElement<Named>
}

/**
 * Shows a text while the pointer or the focus is at its child. A screen reader knows it from the beginning;
 * the code that shows it is loaded with the first visit, and without it the child does what it does.
 */
export function Hint({ relationship, content, children }: HintProps) {
  const id = useId()
  const [owner, setOwner] = useState<HTMLElement | null>(null)
  const ref = useMergedRefs(setOwner, children.props.ref)
  const [isWanted, setIsWanted] = useState(false)
  const { events, onReady } = useForwarded(children.props, () => {
    setIsWanted(true)
  })
  return (
    <>
      {cloneElement(children, {
        ...events,
        ref,
        ...(relationship === 'label' ? { 'aria-label': content } : { 'aria-describedby': id }),
      })}
      {relationship === 'description' && (
        <span id={id} hidden>
          {content}
        </span>
      )}
      {isWanted && owner && (
        <FetchedPart
          part={popupHint}
          props={{ owner, text: content, onReady }}
          otherwise={nothing}
        />
      )}
    </>
  )
}

const nothing = () => null

/** Tells a tooltip of an event. */
type Tell = (events: HintEvents) => void

/** Hands the events on to the tooltip once it is there, first of all the visit during which it came. */
function useForwarded(own: HintEvents, onVisit: () => void) {
  const known = useRef<HintEvents | null>(null)
  const visit = useRef<Tell | null>(null)
  const hear = (tell: Tell, isVisit: boolean) => {
    tell(own)
    visit.current = isVisit ? tell : null
    if (known.current) tell(known.current)
    if (isVisit) onVisit()
  }
  const onReady = useCallback((events: HintEvents) => {
    const isNew = known.current === null
    known.current = events
    if (isNew) visit.current?.(events)
  }, [])
  const events: HintEvents = {
    onPointerEnter: (event) => hear(({ onPointerEnter }) => onPointerEnter?.(event), true),
    onFocus: (event) => hear(({ onFocus }) => onFocus?.(event), true),
    onPointerLeave: (event) => hear(({ onPointerLeave }) => onPointerLeave?.(event), false),
    onBlur: (event) => hear(({ onBlur }) => onBlur?.(event), false),
  }
  return { events, onReady }
}
