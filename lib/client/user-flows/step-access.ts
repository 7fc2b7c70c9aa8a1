/** How a change of a step reaches Graph, with what the flow shows before and after it. */
import { failure, success } from '@/lib/domain/problems/problem'
import { entryAt, shownAt } from '@/lib/domain/user-flows/place'
import type { StepAccess } from '@/lib/domain/user-flows/step-change'
import { localProblem } from '../calls/problem'
import type { FlowReader } from './flow-reader'

export const stepAccess = (reader: FlowReader): StepAccess => ({
  look: async (place) => {
    const { kind, flowId: id } = place
    await reader.readFlow({ kind, id, type: null })
    const shows = shownAt(reader.known(), place)
    if (shows !== undefined) return success(shows)
    const unknown = localProblem({ method: 'GET', path: id }, 'unexpected')
    return failure(entryAt(reader.known(), place)?.problem ?? unknown)
  },
  put: async (place, connectorId) => {
    const answer = await reader.setStep(place, connectorId)
    return { answer, shows: shownAt(reader.known(), place) }
  },
})
