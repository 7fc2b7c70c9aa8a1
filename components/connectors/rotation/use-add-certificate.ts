'use client'

import { useState, type SyntheticEvent } from 'react'
import { useTranslations } from 'use-intl'
import { useSubmission, type Outcome } from '@/components/shell/writing/use-submission'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { useWriteSteps } from '@/components/shell/writing/use-write-steps'
import { useConclusion } from '@/components/shell/notices/use-conclusion'
import { useLostWrite } from '@/components/shell/notices/use-lost-write'
import type { Sighting } from '@/lib/domain/write-outcome'
import { useNowSeconds } from '@/components/shell/time/use-now-seconds'
import type { EditOutcome, WriteSteps } from '@/lib/client/writes/connector-writes'
import { useConnectorWrites } from '@/lib/client/writes/use-connector-writes'
import { useLostWrites } from '@/lib/client/writes/use-lost-writes'
import type { Problem } from '@/lib/domain/problems/problem'
import {
  certificateUploadSchema,
  clientCertificateAuthenticationType,
  isReadable,
  pkcs12CertificateType,
  type Certificate,
  type CertificateUpload,
} from '@/lib/contract/authentication'
import { connectorChangesSchema, type Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import {
  compareWithForecast,
  forecastRotation,
  needsConfirmation,
  type Rotation,
  type RotationMode,
  type RotationOutcome,
} from '@/lib/domain/certificate-rotation'
import { nameToType } from '@/lib/domain/name-to-type'
import type { InspectedPkcs12 } from '@/lib/domain/pkcs12/inspect-pkcs12'
import { useCertificateChoice, type PreparedUpload } from '../credentials/use-certificate-choice'
import { useUploadForm } from '../credentials/credential-form'

export type AddCertificate = ReturnType<typeof useAddCertificate>

/** A certificate on its way to a connector: what it will do, its confirmation and its upload. */
export function useAddCertificate(connector: Connector, onDone: () => void) {
  const form = useUploadForm()
  const certificate = useCertificateChoice(form)
  const [mode, setMode] = useState<RotationMode>('add')
  const now = useNowSeconds({ everySeconds: 1 })
  const present = certificatesOf(connector)
  const rotationAt = (moment: number, { leaf }: InspectedPkcs12): Rotation => ({
    present,
    candidate: leaf,
    mode,
    now: moment,
  })
  const { reading } = certificate
  const rotation = reading.state === 'read' ? rotationAt(now, reading.inspection) : null
  const forecast = rotation && forecastRotation(rotation)
  const confirmation = useConfirmation(connector, {
    isNeeded: rotation !== null && forecast !== null && needsConfirmation(forecast, rotation),
  })
  const { send, problem, isOvertaken, check } = useUpload(connector, mode, onDone)
  const { phase, follow, cancel } = useWriteSteps()
  const { isBusy, run } = useSubmission()

  const work = async (): Promise<Outcome> => {
    const prepared = await certificate.prepare()
    if (!prepared) return 'stay'
    const planned = rotationAt(presentSeconds(), prepared.inspection)
    if (!confirmation.accepts(needsConfirmation(forecastRotation(planned), planned))) return 'stay'
    return follow((steps) => send({ prepared, rotation: planned }, steps))
  }
  const submitForm = form.handleSubmit(() => run(work))
  const begin = () => void certificate.settled().then(() => submitForm())
  const lostWrite = useLostWrite({ problem, check, again: begin })
  return {
    form,
    certificate,
    present,
    mode,
    setMode,
    rotation,
    forecast,
    confirmation,
    problem,
    isOvertaken,
    lostWrite,
    isBusy: isBusy || lostWrite.isBusy,
    phase,
    cancel,
    begin,
    submit: (event: SyntheticEvent) => {
      event.preventDefault()
      lostWrite.send()
    },
  }
}

/** For the moment of sending: the clock of the page is a second behind at times. */
const presentSeconds = () => Math.floor(Date.now() / 1000)

function certificatesOf({ authenticationConfiguration }: Connector): readonly Certificate[] {
  return authenticationConfiguration['@odata.type'] === clientCertificateAuthenticationType
    ? authenticationConfiguration.certificateList.filter(isReadable)
    : []
}

/** The name of the connector, typed by hand; a connector without one is confirmed by its id. */
function useConfirmation(connector: Connector, { isNeeded }: { isNeeded: boolean }) {
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  return {
    isNeeded,
    typed,
    isWrong,
    type: (text: string) => {
      setTyped(text)
      setIsWrong(false)
    },
    accepts: (isNeededNow: boolean): boolean => {
      const isAccepted = !isNeededNow || typed.trim() === nameToType(connector)
      setIsWrong(!isAccepted)
      return isAccepted
    },
  }
}

type Sent = { readonly prepared: PreparedUpload; readonly rotation: Rotation }

function useUpload(connector: Connector, mode: RotationMode, onDone: () => void) {
  const writes = useConnectorWrites()
  const { conclude, tellProblem } = useConclusion()
  const name = useDisplayName()(connector.displayName)
  const sentences = useOutcomeSentences()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isOvertaken, setIsOvertaken] = useState(false)
  const [lost, setLost] = useState<Sent | null>(null)
  const { findUploaded } = useLostWrites()

  const add = async (body: CertificateUpload, steps: WriteSteps): Promise<EditOutcome> => {
    steps.onSending()
    const added = await writes.uploadCertificate(connector.id, body)
    return added.ok
      ? { kind: 'saved', connector: added.value }
      : { kind: 'failed', problem: added.problem }
  }
  /** Removes the present certificates, so they must be those that the person has seen. */
  const replace = (body: CertificateUpload, steps: WriteSteps) =>
    writes.edit({
      steps,
      id: connector.id,
      opened: connector,
      changes: connectorChangesSchema.parse({
        authenticationConfiguration: { '@odata.type': pkcs12CertificateType, ...body },
      }),
    })
  const write = mode === 'add' ? add : replace

  const send = async (sent: Sent, steps: WriteSteps): Promise<Outcome> => {
    setProblem(null)
    const result = await write(certificateUploadSchema.parse(sent.prepared.body), steps)
    setIsOvertaken(result.kind === 'overtaken')
    setLost(sent)
    if (result.kind === 'saved') {
      finish(sent, result.connector)
      return 'done'
    }
    if ('problem' in result) {
      setProblem(result.problem)
      tellProblem(name, result.problem)
    }
    return 'stay'
  }
  const finish = ({ prepared, rotation }: Sent, now: Connector) => {
    const forecast = forecastRotation(rotation)
    const outcome = compareWithForecast(forecast, rotation.candidate, certificatesOf(now))
    conclude({
      sentence: sentences(prepared, outcome),
      intent: outcome.kind === 'asForecast' ? 'success' : 'warning',
      page: pages.connector(connector.id),
    })
    onDone()
  }
  const check = async (): Promise<Sighting> => {
    if (!lost) return 'notRead'
    const found = await findUploaded(connector, lost.rotation.candidate.thumbprint)
    if (found.kind === 'happened') finish(lost, found.connector)
    return found.kind
  }
  return { problem, isOvertaken, send, check }
}

/** The result of an upload, compared with the forecast. */
function useOutcomeSentences() {
  const t = useTranslations('connectorWork.upload')
  return ({ isConverted }: PreparedUpload, outcome: RotationOutcome): string => {
    const active = outcome.active
      ? t('doneActive', { thumbprint: outcome.active })
      : t('doneNoneActive')
    const sentences = [
      t('done'),
      isConverted && t('doneConverted'),
      outcome.kind === 'missing' && t('doneMissing'),
      active,
      outcome.kind === 'different' &&
        t('doneDifferent', { expected: outcome.expected.join(', ') || '–' }),
    ]
    return sentences.filter(Boolean).join(' ')
  }
}
