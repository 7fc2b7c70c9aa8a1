/**
 * The fields of a connector. Form, difference, conflict, merge and the search for a lost write all read
 * this table, so that a new field is one line here, beside its schema, its control and its words.
 */

/** Those that are a text of their own; the rest is authentication. */
export const textFields = ['displayName', 'targetUrl'] as const

export type TextField = (typeof textFields)[number]

/** Authentication is one field: Graph replaces it as a whole (Graph: update). */
export const connectorFields = [...textFields, 'authentication'] as const

export type ConnectorField = (typeof connectorFields)[number]

/** One value for each of the text fields. */
export const byTextField = <Value>(valueOf: (field: TextField) => Value) =>
  Object.fromEntries(textFields.map((field) => [field, valueOf(field)])) as Record<TextField, Value>

export const isTextField = (name: unknown): name is TextField =>
  textFields.some((field) => field === name)
