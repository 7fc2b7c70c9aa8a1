/** An API connector (Graph: identityApiConnector): reading, creating, changing. */
import { orElse, textOrEmpty } from './nullable'
import * as z from './z'
import { authenticationSchema, newAuthenticationSchema } from './authentication'
import { complaintWith } from './complaint'
import { hasSomethingToSee, invisibleCharacter, turningCharacter } from './characters'
import { hasEmptyLabel } from './target-url'

export const connectorSchema = z.object({
  id: z.string(),
  displayName: textOrEmpty,
  targetUrl: textOrEmpty,
  authenticationConfiguration: orElse(authenticationSchema, {
    '@odata.type': 'unknown' as const,
    graphType: null,
  }),
})
export type Connector = z.infer<typeof connectorSchema>

export const connectorListSchema = z.object({ value: z.array(connectorSchema) })

/** Names the first character that is found in a text, and looks no further. */
const refusing =
  (characterIn: (text: string) => string | null, key: string) =>
  ({ value, issues }: z.core.ParsePayload<string>): void => {
    const character = characterIn(value)
    if (character === null) return
    const message = complaintWith(key, character)
    issues.push({ code: 'custom', input: value, message, continue: false })
  }

const displayNameSchema = z.string().check(
  z.trim(),
  z.minLength(1, { error: 'displayNameRequired', abort: true }),
  z.refine((name) => !/[\p{Cc}\p{Cs}]/u.test(name), { error: 'controlCharacter', abort: true }),
  z.refine(hasSomethingToSee, { error: 'displayNameInvisible', abort: true }),
  refusing(turningCharacter, 'displayNameTurning'),
)

/**
 * The address Microsoft calls: absolute and https (Azure AD B2C: TLS requirements), with nothing in
 * it that HTTP would not send (fragment) or that would be a second kind of credentials (userinfo).
 */
export const targetUrlSchema = z.string().check(
  // A parser drops some of them from a host without a word: another address would be saved than is seen.
  refusing(invisibleCharacter, 'targetUrlInvisible'),
  z.trim(),
  z.minLength(1, { error: 'targetUrlRequired', abort: true }),
  z.refine(URL.canParse, { error: 'targetUrlInvalid', abort: true }),
  z.refine((url) => new URL(url).protocol === 'https:', { error: 'targetUrlHttps', abort: true }),
  z.refine((url) => /^https:\/\/[^/\\]/i.test(url), { error: 'targetUrlInvalid', abort: true }),
  z.refine((url) => !hasEmptyLabel(url), { error: 'targetUrlEmptyLabel', abort: true }),
  z.refine(
    (url) => new URL(url).username === '' && new URL(url).password === '',
    'targetUrlUserinfo',
  ),
  z.refine((url) => !url.includes('#'), 'targetUrlFragment'),
  z.refine((url) => !/[\s\u0000-\u001f\u007f]/.test(url), 'targetUrlSpace'),
)

export const newConnectorSchema = z.strictObject({
  displayName: displayNameSchema,
  targetUrl: targetUrlSchema,
  authenticationConfiguration: newAuthenticationSchema,
})
export type NewConnector = z.infer<typeof newConnectorSchema>

/** Only what changes is sent: Graph overwrites whatever a PATCH names (Graph: update). */
export const connectorChangesSchema = z
  .partial(newConnectorSchema)
  .check(z.refine((changes) => Object.keys(changes).length > 0, 'nothingToChange'))
export type ConnectorChanges = z.infer<typeof connectorChangesSchema>
