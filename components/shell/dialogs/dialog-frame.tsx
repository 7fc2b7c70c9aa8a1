'use client'

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components'
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react'
import { useTranslations } from 'use-intl'
import { takeLostFocus } from '../basics/take-focus'

type DialogFrameProps = {
  readonly title: ReactNode
  /** True while something runs that has to be seen to its end: Escape does not close it then. */
  readonly isBusy?: boolean
  /** Buttons, and what is said beside them. */
  readonly actions: ReactNode
  readonly contentClass?: string
  /** Makes it a form, which a button of the type `submit` and Enter send. */
  readonly onSubmit?: (event: SyntheticEvent) => void
  readonly children: ReactNode
}

/** The frame of every dialog: a title, its content, its buttons. */
export function DialogFrame({ onSubmit, ...frame }: DialogFrameProps) {
  if (!onSubmit) return <Frame {...frame} />
  return (
    <form noValidate onSubmit={onSubmit}>
      <Frame {...frame} />
    </form>
  )
}

function Frame({
  title,
  isBusy = false,
  actions,
  contentClass,
  children,
}: Omit<DialogFrameProps, 'onSubmit'>) {
  return (
    <DialogBody onKeyDown={isBusy ? keepOpen : undefined}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={contentClass}>{children}</DialogContent>
      <DialogActions fluid>{actions}</DialogActions>
    </DialogBody>
  )
}

const keepOpen = (event: KeyboardEvent) => {
  if (event.key === 'Escape') event.preventDefault()
}

type DialogButtonsProps = {
  readonly verb: string
  /** The label of the main button while its work runs, if it differs. */
  readonly busyVerb?: string
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  /** The action of the main button; without one it sends the form around it. */
  readonly onAct?: () => void
  /** Between the main button and Cancel. */
  readonly more?: ReactNode
  readonly onCancel: () => void
}

/** The main button and Cancel; neither can be pressed while the work runs. */
export function DialogButtons(props: DialogButtonsProps) {
  const { verb, busyVerb = verb, isBusy = false, isDisabled = false } = props
  const { onAct, more, onCancel } = props
  const t = useTranslations('shell')
  return (
    <>
      <Button
        type={onAct ? 'button' : 'submit'}
        appearance="primary"
        disabledFocusable={isBusy || isDisabled}
        onClick={onAct}
      >
        {isBusy ? busyVerb : verb}
      </Button>
      {more}
      <Button ref={useLostFocus()} disabledFocusable={isBusy} onClick={onCancel}>
        {t('cancel')}
      </Button>
    </>
  )
}

/** For the button that takes the focus when whatever had it has gone: Escape works inside only. */
function useLostFocus() {
  const button = useRef<HTMLButtonElement & HTMLAnchorElement>(null)
  useEffect(() => takeLostFocus(button.current))
  return button
}
