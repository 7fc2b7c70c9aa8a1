import { useAddressState, type AddressState } from '../../../shell/basics/use-address-state'
import { stepSchema, type Step } from '@/lib/contract/identifiers'
import { pages } from '@/lib/contract/routes'

/** The filters of the matrix, and the cell that a link points at. */
export type MatrixView = {
  readonly query: string
  /** Only flows that call this connector; empty for all. */
  readonly connectorId: string
  /** The flow that a link has led to, or empty; without a step, all of it is meant. */
  readonly flowId: string
  readonly step: Step | null
}

export const wholeMatrix: MatrixView = { query: '', connectorId: '', flowId: '', step: null }

export const useMatrixView = () => useAddressState(inAddress)

const inAddress: AddressState<MatrixView> = {
  path: pages.userFlows(),
  read: (parameters) => ({
    query: parameters.get('q') ?? '',
    connectorId: parameters.get('connector') ?? '',
    flowId: parameters.get('flow') ?? '',
    step: stepSchema.safeParse(parameters.get('step')).data ?? null,
  }),
  write: ({ query, connectorId, flowId, step }) => ({
    q: query,
    connector: connectorId,
    flow: flowId,
    step: step ?? '',
  }),
}
