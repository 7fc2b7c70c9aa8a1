'use client'

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  Text,
} from '@fluentui/react-components'
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { WritePhase } from '../writing/use-write-steps'
import { startingPoint } from './modal'
import { WriteProgress } from '../writing/write-progress'
import { LockedFields } from '../writing/locked-fields'
import { useGuardAgainst } from './guard'
import { takeLostFocus } from '../basics/take-focus'

const useStyles = makeStyles({ progress: { alignSelf: 'center' } })

type DialogFrameProps = {
  readonly title: ReactNode
  /** True while something runs that has to be seen to its end: Escape does not close it then. */
  readonly isBusy?: boolean
  /** Buttons, and what is said beside them. */
  readonly actions: ReactNode
  readonly contentClass?: string
  /** What pressing the main button came to; not locked with the content while that runs. */
  readonly result?: ReactNode
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
  result,
  children,
}: Omit<DialogFrameProps, 'onSubmit'>) {
  useGuardAgainst(isBusy ? 'saving' : null)
  return (
    <DialogBody onKeyDown={isBusy ? keepOpen : undefined}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className={contentClass}>
        <LockedFields isLocked={isBusy}>{children}</LockedFields>
        {result}
      </DialogContent>
      <DialogActions fluid>{actions}</DialogActions>
    </DialogBody>
  )
}

const keepOpen = (event: KeyboardEvent) => {
  if (event.key === 'Escape') event.preventDefault()
}

type Progress = { readonly phase: WritePhase; readonly cancel: () => void }

type DialogButtonsProps = {
  readonly verb: string
  /** The label of the main button while its work runs, if it differs. */
  readonly busyVerb?: string
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  /** True where the first button takes something away: the focus starts on Cancel then. */
  readonly isRisky?: boolean
  /** The action of the main button; without one it sends the form around it. */
  readonly onAct?: () => void
  /** Between the main button and Cancel. */
  readonly more?: ReactNode
  readonly onCancel: () => void
  /** The part of the work that runs, and the way to give it up as long as that is possible. */
  readonly progress?: Progress
}

/** The main button and Cancel; while the work runs, neither can be pressed unless it can still be given up. */
export function DialogButtons(props: DialogButtonsProps) {
  const { verb, busyVerb = verb, isBusy = false, isDisabled = false } = props
  const { onAct, more, onCancel, progress, isRisky } = props
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
      <Cancel {...{ isBusy, isRisky, progress, onCancel }} />
    </>
  )
}

type CancelProps = Pick<DialogButtonsProps, 'isBusy' | 'onCancel'> & {
  readonly isRisky: boolean | undefined
  readonly progress: Progress | undefined
}

function Cancel({ isBusy = false, isRisky, progress, onCancel }: CancelProps) {
  const t = useTranslations('shell')
  const styles = useStyles()
  const stop = progress?.phase === 'looking' ? progress.cancel : null
  return (
    <>
      <Button
        ref={useLostFocus()}
        {...(isRisky && { [startingPoint]: true })}
        disabledFocusable={isBusy && !stop}
        onClick={stop ?? onCancel}
      >
        {t('cancel')}
      </Button>
      {progress && (
        <Text role="status" className={styles.progress}>
          <WriteProgress phase={progress.phase} />
        </Text>
      )}
    </>
  )
}

/** For the button that takes the focus when whatever had it has gone: Escape works inside only. */
function useLostFocus() {
  const button = useRef<HTMLButtonElement & HTMLAnchorElement>(null)
  useEffect(() => takeLostFocus(button.current))
  return button
}
