'use client'

import { useTranslations } from 'use-intl'
import { PlainDialog } from './plain-dialog'
import type { Fetched } from '../fetching/fetched'
import { FetchedPart } from '../fetching/fetched-part'

type FetchedDialogProps<Props> = {
  readonly part: Fetched<Props>
  readonly props: Props
  readonly onClose: () => void
}

/** A dialog whose code is loaded when it is opened. When it cannot be, the page beneath stays as it is. */
export function FetchedDialog<Props extends object>({
  part,
  props,
  onClose,
}: FetchedDialogProps<Props>) {
  return (
    <FetchedPart
      part={part}
      props={props}
      otherwise={(tryAgain) => <NotLoaded onClose={onClose} onRetry={tryAgain} />}
    />
  )
}

type NotLoadedProps = { readonly onClose: () => void; readonly onRetry: () => void }

function NotLoaded({ onClose, onRetry }: NotLoadedProps) {
  const t = useTranslations('shell')
  return (
    <PlainDialog
      title={t('notLoadedTitle')}
      body={t('notLoadedBody')}
      main={{ name: t('retry'), act: onRetry }}
      other={{ name: t('close'), act: onClose }}
      onClose={onClose}
    />
  )
}
