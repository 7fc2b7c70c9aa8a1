/** The complaints of the schemas: keys of the catalogue, at times with a value for its text. */

const divider = '|'

/** A complaint that names what it is about: a key of the catalogue and a value for its text. */
export const complaintWith = (key: string, value: string): string => key + divider + value

/** A complaint of a schema in its two parts; most have no value. */
export function readComplaint(message: string): { readonly key: string; readonly value: string } {
  const [key = '', ...rest] = message.split(divider)
  return { key, value: rest.join(divider) }
}
