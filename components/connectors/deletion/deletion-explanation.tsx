'use client'

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { TypedConfirmation } from '@/components/forms/typed-confirmation'
import { usePlaceText } from '../../user-flows/usage/use-usage-text'
import { FlowPermission } from '@/components/user-flows/usage/flow-permission'
import { UsageProgress } from '@/components/user-flows/usage/usage-progress'
import { UsageTrouble } from '@/components/user-flows/usage/usage-trouble'
import type { Connector } from '@/lib/contract/connector'
import { nameToType } from '@/lib/domain/name-to-type'
import { placeKey } from '@/lib/domain/user-flows/place'
import { toAttachAgain, type Detachment } from '@/lib/domain/user-flows/detachment'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import type { GuardedDeletion } from './use-guarded-deletion'

const useStyles = makeStyles({
  places: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  state: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  waiting: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
})

type DeletionProps = { readonly deletion: GuardedDeletion }

/** The consequences of a deletion for the user flows, and what it takes. */
export function DeletionExplanation({
  connector,
  deletion,
}: DeletionProps & { readonly connector: Connector }) {
  return (
    <Stack gap="M">
      <Consequence deletion={deletion} />
      <Places detachment={deletion.detachment} />
      <Stopped deletion={deletion} />
      <Doubt deletion={deletion} />
      <TypedName connector={connector} deletion={deletion} />
    </Stack>
  )
}

function Consequence({ deletion: { guard, known, skipChecking } }: DeletionProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.remove')
  switch (guard.kind) {
    case 'checking':
      return (
        <>
          <p className={styles.text}>{t('checking')}</p>
          <div className={styles.waiting}>
            <UsageProgress known={known} />
            <Button size="small" onClick={skipChecking}>
              {t('skipChecking')}
            </Button>
          </div>
          {guard.places.length > 0 && <Found places={guard.places} />}
        </>
      )
    case 'unused':
      return <p className={styles.text}>{t('unused')}</p>
    case 'unknown':
      return <p className={styles.text}>{t('unknown')}</p>
    case 'used':
      return <p className={styles.text}>{t('used')}</p>
  }
}

/** The steps that are known already, so that nobody waits for an answer that is there. */
function Found({ places }: { readonly places: readonly Place[] }) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.remove')
  const placeText = usePlaceText()
  return (
    <>
      <p className={styles.text}>{t('usedSoFar')}</p>
      <ul className={styles.places}>
        {places.map((place) => (
          <li key={placeKey(place)}>{placeText(place)}</li>
        ))}
      </ul>
    </>
  )
}

/** The steps that call the connector, or did; what becomes of each is told as it happens. */
function Places({ detachment }: { readonly detachment: Detachment }) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.remove')
  const placeText = usePlaceText()
  if (detachment.length === 0) return null
  const hasBegun = detachment.some(({ state }) => state !== 'waiting')
  return (
    <ul aria-label={t('run')} aria-live="polite" className={styles.places}>
      {detachment.map(({ place, state }) => (
        <li key={placeKey(place)}>
          {placeText(place)}
          {hasBegun && <span className={styles.state}> – {t(`state.${state}`)}</span>}
        </li>
      ))}
    </ul>
  )
}

function Stopped({ deletion: { guard, phase, problem, detachment } }: DeletionProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.remove')
  if (phase === null && problem && detachment.length > 0) {
    return (
      <p className={styles.text}>{t('stopped', { count: toAttachAgain(detachment).length })}</p>
    )
  }
  return guard.kind === 'used' ? <p className={styles.text}>{t('usedBody')}</p> : null
}

/** Why it is not known for sure who uses the connector, with the button that changes it. */
function Doubt({ deletion: { confirmation, known, phase } }: DeletionProps) {
  if (!confirmation.isNeeded || phase !== null) return null
  if (known.access === 'missing') return <FlowPermission />
  return (
    <>
      <UsageTrouble known={known} />
      <UsageProgress known={known} />
    </>
  )
}

function TypedName({
  connector,
  deletion: { confirmation },
}: DeletionProps & { readonly connector: Connector }) {
  const t = useTranslations('connectorWork.remove')
  if (!confirmation.isNeeded) return null
  return (
    <TypedConfirmation
      label={t('confirm', { name: nameToType(connector) })}
      hint={t('confirmHint')}
      typed={confirmation.typed}
      onType={confirmation.type}
    />
  )
}
