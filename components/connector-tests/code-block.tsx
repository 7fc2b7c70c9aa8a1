'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from '@/components/shell/basics/copy-button'

const useStyles = makeStyles({
  block: { position: 'relative' },
  code: {
    margin: 0,
    maxHeight: '420px',
    overflow: 'auto',
    padding: tokens.spacingHorizontalM,
    paddingInlineEnd: '40px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  copy: { position: 'absolute', insetInlineEnd: tokens.spacingHorizontalXS, top: '4px' },
})

type CodeBlockProps = {
  readonly label: string
  readonly text: string
  /** As it reads within "Copy …". */
  readonly what: string
}

/** Text for machines, to be read and copied. */
export function CodeBlock({ label, text, what }: CodeBlockProps) {
  const styles = useStyles()
  return (
    <div className={styles.block}>
      <pre role="region" aria-label={label} tabIndex={0} dir="ltr" className={styles.code}>
        {text}
      </pre>
      <span className={styles.copy}>
        <CopyButton text={text} what={what} />
      </span>
    </div>
  )
}
