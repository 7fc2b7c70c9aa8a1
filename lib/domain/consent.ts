/** What Entra's numbers say about a sign-in that was refused (Entra: error codes reference). */

type Refusal = { readonly code: string; readonly message: string }

/** Whether it waits for an administrator: the person cannot give the consent. */
export const isForAdministrator = ({ message }: Refusal): boolean =>
  /AADSTS(90094|90095|90008)\b/.test(message)

/** Whether the person has cancelled it, or declined what they were asked for. */
export const isDeclined = ({ code, message }: Refusal): boolean =>
  code === 'signInCancelled' || /AADSTS65004\b/.test(message)
