/** What must be stored after acknowledged writes, kept apart from portal and emulator. */
import { createHash } from 'node:crypto'
import { z } from 'zod'

const stateSchema = z.object({
  connectors: z.array(
    z.object({
      id: z.string(),
      displayName: z.string(),
      authenticationConfiguration: z.object({
        passwordSha256: z.string().optional(),
        certificateList: z.array(z.object({ thumbprint: z.string() })).optional(),
      }),
    }),
  ),
  flows: z.array(z.object({ id: z.string(), steps: z.record(z.string(), z.string().nullable()) })),
})

/** A connector as far as the model follows it; thumbprints in the order of their uploads. */
type Known = {
  readonly displayName: string
  readonly passwordSha256: string | null
  readonly thumbprints: readonly string[]
}

/** All connectors by their ids, and what stands at a flow's steps. */
export type Model = {
  readonly connectors: ReadonlyMap<string, Known>
  readonly steps: ReadonlyMap<string, string | null>
}

/** The emulator's state as the model sees it. */
export function modelOf(state: unknown): Model {
  const { connectors, flows } = stateSchema.parse(state)
  return {
    connectors: new Map(connectors.map((connector) => [connector.id, knownOf(connector)])),
    steps: new Map(
      flows.flatMap(({ id, steps }) =>
        Object.entries(steps).map(([step, connector]) => [placeOf(id, step), connector] as const),
      ),
    ),
  }
}

type StoredConnector = z.infer<typeof stateSchema>['connectors'][number]

const knownOf = ({ displayName, authenticationConfiguration }: StoredConnector): Known => ({
  displayName,
  passwordSha256: authenticationConfiguration.passwordSha256 ?? null,
  thumbprints: (authenticationConfiguration.certificateList ?? []).map((c) => c.thumbprint),
})

export const placeOf = (flowId: string, step: string) => `${flowId}/${step}`

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The model with one connector changed, or with null gone from the list and from every step. */
export function withConnector(model: Model, id: string, known: Known | null): Model {
  const connectors = new Map(model.connectors)
  if (known) return { ...model, connectors: connectors.set(id, known) }
  connectors.delete(id)
  const cleared = [...model.steps].map(
    ([place, connector]) => [place, connector === id ? null : connector] as const,
  )
  return { connectors, steps: new Map(cleared) }
}

/** One text for a model: two that are equal are the same. */
export const textOf = ({ connectors, steps }: Model): string =>
  JSON.stringify([[...connectors].sort(byName), [...steps].sort(byName)])

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1
