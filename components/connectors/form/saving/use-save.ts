'use client'

import { useState, type SyntheticEvent } from 'react'
import { useTranslations } from 'use-intl'
import { useWriteSteps } from '@/components/shell/writing/use-write-steps'
import { useConclusion } from '@/components/shell/notices/use-conclusion'
import type { WriteSteps } from '@/lib/client/writes/connector-writes'
import { useSubmission, type Outcome } from '@/components/shell/writing/use-submission'
import { useLostWrite } from '@/components/shell/notices/use-lost-write'
import type { Sighting } from '@/lib/domain/write-outcome'
import type { Finding } from '@/lib/client/writes/lost-writes'
import type { Problem } from '@/lib/domain/problems/problem'
import type { Connector } from '@/lib/contract/connector'
import { shownName } from '@/lib/domain/shown-text'
import { formFields, valuesOf, type ConnectorFormValues } from '../values/connector-form-values'
import { mergedValues, type Choices } from './connector-merge'
import type { CertificateChoice } from '../../credentials/use-certificate-choice'
import { showComplaints, type ConnectorForm } from '../values/use-connector-form'

/** The result of sending a form. */
export type SaveOutcome =
  /** `sentence` tells the person what has become of it. */
  | { readonly kind: 'saved'; readonly connector: Connector; readonly sentence: string }
  /** The connector is not as it was opened any more; nothing was sent. */
  | { readonly kind: 'overtaken'; readonly now: Connector }
  | { readonly kind: 'deleted' }
  /** Given up by the person before anything was sent. */
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed'
      readonly problem: Problem
      /** Looks whether it has happened nevertheless. */
      readonly find: () => Promise<Finding>
      /** The sentence for that case. */
      readonly sentence: (connector: Connector) => string
    }

export type Submitted = {
  readonly values: ConnectorFormValues
  /** The connector that the form compares with; null for a new one. */
  readonly opened: Connector | null
  readonly steps: WriteSteps
}

export type Save = (submitted: Submitted) => Promise<SaveOutcome>

type SaveWish = {
  readonly form: ConnectorForm
  readonly certificate: CertificateChoice
  /** The connector that the form compares with; null for a new one. */
  readonly opened: Connector | null
  readonly onOpened: (opened: Connector) => void
  readonly save: Save
  readonly onSaved: (saved: Connector, sentence: string) => void
}

type Stop = Exclude<SaveOutcome, { kind: 'saved' | 'cancelled' }>

export type Saving = ReturnType<typeof useSave>

/** Sends the form, and keeps why it could not be: until the next try or until it is put aside. */
export function useSave(wish: SaveWish) {
  const { form, certificate, opened, onOpened, save, onSaved } = wish
  const { isBusy, run } = useSubmission()
  const { phase, follow, cancel } = useWriteSteps()
  const tellWhoLeft = useTellingWhoLeft()
  const [stop, setStop] = useState<Stop | null>(null)

  const send = async (values: ConnectorFormValues, base: Connector | null): Promise<Outcome> => {
    setStop(null)
    const outcome = await follow(async (steps): Promise<SaveOutcome> => {
      const ready = await withPreparedFile(values, certificate)
      if (!ready || steps.signal.aborted) return { kind: 'cancelled' }
      return save({ values: ready, opened: base, steps })
    })
    if (outcome.kind === 'cancelled') return 'stay'
    if (outcome.kind === 'saved') {
      onSaved(outcome.connector, outcome.sentence)
      return 'done'
    }
    setStop(outcome)
    tellWhoLeft(shownName(values.displayName), outcome)
    if (outcome.kind === 'failed') {
      showComplaints(form, outcome.problem, values.authenticationType)
    }
    return 'stay'
  }
  const submit = form.handleSubmit((values) => run(() => send(values, opened)))
  const begin = () => void certificate.settled().then(() => submit())
  const check = async (): Promise<Sighting> => {
    if (stop?.kind !== 'failed') return 'notRead'
    const found = await stop.find()
    if (found.kind === 'happened') onSaved(found.connector, stop.sentence(found.connector))
    return found.kind
  }
  const lostWrite = useLostWrite({
    problem: stop?.kind === 'failed' ? stop.problem : null,
    check,
    again: begin,
  })
  return {
    stop,
    phase,
    cancel,
    lostWrite,
    putAside: () => setStop(null),
    isBusy: isBusy || lostWrite.isBusy,
    begin,
    submit: (event: SyntheticEvent) => {
      event.preventDefault()
      lostWrite.send()
    },
    /** Takes over what others have changed, as chosen, and sends what is left of the edit. */
    sendMerged: (before: Connector, now: Connector, choices: Choices) => {
      const values = mergedValues({ values: form.getValues(), opened: before, now, choices })
      onOpened(now)
      if (values.pkcs12Value === '') certificate.takeMade(null)
      startAgain(form, valuesOf(now), values)
      void run(() => send(values, now))
    },
  }
}

/** For a person who has left the form while it was being saved. */
function useTellingWhoLeft() {
  const t = useTranslations('connectors')
  const work = useTranslations('connectorWork')
  const { tellWhoLeft, tellProblem } = useConclusion()
  return (name: string, stop: Stop) => {
    if (stop.kind === 'failed') {
      tellProblem(name, stop.problem)
      return
    }
    const because =
      stop.kind === 'deleted' ? work('deletedMeanwhile.title') : work('conflict.title')
    tellWhoLeft(t('notSaved', { name, because }))
  }
}

/** The form as if it had been opened with `base` and then filled in with `values`. */
function startAgain(
  form: ConnectorForm,
  base: ConnectorFormValues,
  values: ConnectorFormValues,
): void {
  form.reset(base)
  for (const field of formFields) {
    if (values[field] !== base[field]) form.setValue(field, values[field], { shouldDirty: true })
  }
}

/** The values with the file as it is to be sent; null when it does not open. */
async function withPreparedFile(
  values: ConnectorFormValues,
  certificate: CertificateChoice,
): Promise<ConnectorFormValues | null> {
  if (values.authenticationType !== 'certificate' || values.pkcs12Value === '') return values
  const prepared = await certificate.prepare()
  return prepared && { ...values, pkcs12Value: prepared.body.pkcs12Value }
}
