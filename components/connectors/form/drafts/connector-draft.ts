/**
 * What of a half-filled connector form survives a full-page sign-in: everything but passwords, files
 * and the query of an address, which often is a secret too (see `lib/domain/endpoint-url`).
 */
import * as z from '@/lib/contract/z'
import { connectorSchema, type Connector } from '@/lib/contract/connector'
import { hasUrlSecrets } from '@/lib/domain/endpoint-url'
import type { ConnectorFormValues } from '../values/connector-form-values'

const lostFieldSchema = z.enum(['targetUrl', 'password', 'pkcs12Value', 'certificatePassword'])
/** A field that the person has to enter again. */
export type LostField = z.infer<typeof lostFieldSchema>

export const connectorDraftSchema = z.object({
  values: z.object({
    displayName: z.string(),
    /** Null when it is as the connector has it. */
    targetUrl: z.nullable(z.string()),
    authenticationType: z.enum(['basic', 'certificate']),
    username: z.string(),
  }),
  lost: z.array(lostFieldSchema),
  /** The connector that was opened for editing; an address with secrets is null. */
  opened: z.nullable(z.object({ connector: connectorSchema, hasTargetUrl: z.boolean() })),
})
export type ConnectorDraft = z.infer<typeof connectorDraftSchema>

/** The form as it may be stored. */
export function draftOf(values: ConnectorFormValues, opened: Connector | null): ConnectorDraft {
  const { displayName, authenticationType, username } = values
  const isUrlChanged = values.targetUrl !== opened?.targetUrl
  return {
    values: {
      displayName,
      targetUrl: isUrlChanged ? withoutQuery(values.targetUrl) : null,
      authenticationType,
      username,
    },
    lost: lostFields(values, isUrlChanged),
    opened: opened && withoutSecretUrl(opened),
  }
}

function lostFields(values: ConnectorFormValues, isUrlChanged: boolean): LostField[] {
  const isBasic = values.authenticationType === 'basic'
  const isFilled: Record<LostField, boolean> = {
    targetUrl: isUrlChanged && hasUrlSecrets(values.targetUrl),
    password: isBasic && values.password !== '',
    pkcs12Value: !isBasic && values.pkcs12Value !== '',
    certificatePassword: !isBasic && values.certificatePassword !== '',
  }
  return lostFieldSchema.options.filter((field) => isFilled[field])
}

const withoutQuery = (url: string): string => url.split('?')[0] ?? ''

function withoutSecretUrl(connector: Connector) {
  const hasTargetUrl = !hasUrlSecrets(connector.targetUrl)
  return {
    connector: { ...connector, targetUrl: hasTargetUrl ? connector.targetUrl : '' },
    hasTargetUrl,
  }
}

/**
 * The connector as it was opened before the sign-in. An address that was not stored is taken as it
 * is now, so that a change of it by somebody else in between is not noticed.
 */
export function openedIn({ opened }: ConnectorDraft, now: Connector): Connector {
  if (!opened) return now
  const { connector, hasTargetUrl } = opened
  return { ...connector, targetUrl: hasTargetUrl ? connector.targetUrl : now.targetUrl }
}
