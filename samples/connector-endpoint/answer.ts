// What the endpoint answers. Put your own rules here.

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** Your API's version, as you like; Microsoft asks for it in every answer. */
const version = '1.0.0'

const proceed = (claims: Readonly<Record<string, unknown>> = {}): Answer => ({
  status: 200,
  body: { version, action: 'Continue', ...claims },
})

/** Ends the sign-up. Not for the step before a token is issued. */
const block = (userMessage: string): Answer => ({
  status: 200,
  body: { version, action: 'ShowBlockPage', userMessage },
})

/** Asks the person to correct the form. Status 400 and `status` 400, only before creating the user. */
const complain = (userMessage: string): Answer => ({
  status: 400,
  body: { version, status: 400, action: 'ValidationError', userMessage },
})

/** The claims as they were sent: one without a value is not there. */
export function answer(claims: unknown): Answer {
  const { step, email, postalCode } = asObject(claims)
  if (step === 'PreTokenIssuance') return proceed({ extension_LoyaltyTier: 'gold' })
  if (typeof email === 'string' && email.toLowerCase().endsWith('@blocked.example')) {
    return block('Sign-up is not open to this organisation.')
  }
  if (typeof postalCode !== 'string') return proceed()
  const tidy = postalCode.trim()
  return /^\d{4,5}$/.test(tidy)
    ? proceed({ postalCode: tidy })
    : complain('Please check the postal code: it has four or five digits.')
}

/** To whoever is not the connector. The body is for your own log: Microsoft does not show it. */
export const notKnown: Answer = {
  status: 401,
  body: { error: 'Wrong credentials or certificate.' },
}

export const notJson: Answer = { status: 400, body: { error: 'The body is not JSON.' } }

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
