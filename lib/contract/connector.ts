/** An API connector (Graph: identityApiConnector): reading, creating, changing. */
import * as z from './z'
import { authenticationSchema, newAuthenticationSchema } from './authentication'
import { complaintWith } from './complaint'
import { hasEmptyLabel, invisibleCharacter } from './target-url'

export const connectorSchema = z.object({
  id: z.string(),
  displayName: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  targetUrl: z
    .string()
    .nullish()
    .transform((url) => url ?? ''),
  authenticationConfiguration: authenticationSchema
    .nullish()
    .transform(
      (authentication) => authentication ?? { '@odata.type': 'unknown' as const, graphType: null },
    ),
})
export type Connector = z.infer<typeof connectorSchema>

export const connectorListSchema = z.object({ value: z.array(connectorSchema) })

const displayNameSchema = z
  .string()
  .trim()
  .min(1, 'displayNameRequired')
  .refine((name) => !/[\u0000-\u001f\u007f]/.test(name), 'controlCharacter')

/**
 * The address Microsoft calls: absolute and https (Azure AD B2C: TLS requirements), with nothing in
 * it that HTTP would not send (fragment) or that would be a second kind of credentials (userinfo).
 */
export const targetUrlSchema = z
  .string()
  .superRefine((url, context) => {
    const character = invisibleCharacter(url)
    if (character === null) return
    const message = complaintWith('targetUrlInvisible', character)
    context.addIssue({ code: 'custom', message, continue: false })
  })
  .trim()
  .min(1, { error: 'targetUrlRequired', abort: true })
  .refine(URL.canParse, { error: 'targetUrlInvalid', abort: true })
  .refine((url) => new URL(url).protocol === 'https:', { error: 'targetUrlHttps', abort: true })
  .refine((url) => /^https:\/\/[^/\\]/i.test(url), { error: 'targetUrlInvalid', abort: true })
  .refine((url) => !hasEmptyLabel(url), { error: 'targetUrlEmptyLabel', abort: true })
  .refine(
    (url) => new URL(url).username === '' && new URL(url).password === '',
    'targetUrlUserinfo',
  )
  .refine((url) => !url.includes('#'), 'targetUrlFragment')
  .refine((url) => !/[\s\u0000-\u001f\u007f]/.test(url), 'targetUrlSpace')

export const newConnectorSchema = z.strictObject({
  displayName: displayNameSchema,
  targetUrl: targetUrlSchema,
  authenticationConfiguration: newAuthenticationSchema,
})
export type NewConnector = z.infer<typeof newConnectorSchema>

/** Only what changes is sent: Graph overwrites whatever a PATCH names (Graph: update). */
export const connectorChangesSchema = newConnectorSchema
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'nothingToChange')
export type ConnectorChanges = z.infer<typeof connectorChangesSchema>
