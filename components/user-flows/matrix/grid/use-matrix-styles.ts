import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../../../shell/frame/breakpoints'

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

export const useMatrixStyles = makeStyles({
  // The matrix scrolls, not the page; its headers stay, and never cover what has the focus.
  scroll: {
    overflow: 'auto',
    maxHeight: 'max(320px, calc(100dvh - 260px))',
    scrollPaddingTop: '88px',
    scrollPaddingInlineStart: '248px',
    border: line,
    borderRadius: tokens.borderRadiusMedium,
    [narrow]: { scrollPaddingInlineStart: '118px' },
  },
  table: {
    width: '100%',
    minWidth: '860px',
    [narrow]: { minWidth: '620px' },
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: tokens.spacingHorizontalS,
    borderBottom: line,
    backgroundColor: tokens.colorNeutralBackground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    verticalAlign: 'bottom',
  },
  corner: { width: '240px', insetInlineStart: 0, zIndex: 2, [narrow]: { width: '110px' } },
  flow: {
    padding: tokens.spacingHorizontalS,
    borderBottom: line,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    position: 'sticky',
    insetInlineStart: 0,
    [narrow]: {
      borderInlineEndWidth: tokens.strokeWidthThin,
      borderInlineEndStyle: 'solid',
      borderInlineEndColor: tokens.colorNeutralStroke2,
    },
  },
  cell: {
    padding: tokens.spacingHorizontalS,
    borderBottom: line,
    borderInlineStartWidth: tokens.strokeWidthThin,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    verticalAlign: 'top',
  },
  notice: { marginBlock: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
})
