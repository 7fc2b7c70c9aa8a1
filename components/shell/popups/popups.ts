import { fetched } from '../fetching/fetched'
import type { PopupHintProps, PopupMenuProps } from './popup-kit'

export const popupMenu = fetched<PopupMenuProps>(() =>
  import('./popup-kit').then((kit) => kit.PopupMenu),
)

export const popupHint = fetched<PopupHintProps>(() =>
  import('./popup-kit').then((kit) => kit.PopupHint),
)
