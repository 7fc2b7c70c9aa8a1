'use client'

import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import type { Step } from '@/lib/contract/identifiers'
import { useMatrixStyles } from './use-matrix-styles'

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, minWidth: 0 },
  explanation: { maxWidth: 'min(380px, 80vw)', fontWeight: tokens.fontWeightRegular },
  term: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, marginBottom: tokens.spacingVerticalS },
  list: { margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXXS },
})

/** The name of a step, and on request when it runs and what the API may answer there. */
export function StepHeader({ step }: { readonly step: Step }) {
  const styles = useStyles()
  const shared = useMatrixStyles()
  const t = useTranslations('userFlows')
  const name = t(`step.${step}`)
  return (
    <th scope="col" aria-label={name} className={shared.head}>
      <div className={styles.header}>
        <span className={styles.name}>{name}</span>
        <Popover withArrow trapFocus>
          <PopoverTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              size="small"
              icon={<InfoRegular />}
              aria-label={t('about', { step: name })}
              data-stop="info"
              tabIndex={-1}
            />
          </PopoverTrigger>
          <PopoverSurface aria-label={t('about', { step: name })} tabIndex={-1}>
            <Explanation step={step} />
          </PopoverSurface>
        </Popover>
      </div>
    </th>
  )
}

function Explanation({ step }: { readonly step: Step }) {
  const styles = useStyles()
  const t = useTranslations('userFlows.explanation')
  return (
    <div className={styles.explanation}>
      <p className={styles.text}>
        <span className={styles.term}>{t('when')}</span> {t(`${step}.when`)}
      </p>
      <p className={styles.text}>
        <span className={styles.term}>{t('answers')}</span> {t(`${step}.answers`)}
      </p>
      <p className={styles.text}>
        <span className={styles.term}>{t('where')}</span> {t(`${step}.where`)}
      </p>
    </div>
  )
}
