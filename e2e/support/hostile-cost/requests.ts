/** The dearest requests that the limits allow, and some that they do not, in the groups of the document. */
import { bodyRequests, fields } from './bodies'
import type { DearRequest } from './dear-request'
import { files, tests } from './files-and-tests'
import { graphAnswers } from './graph-answers'
import { fromAnybody } from './from-anybody'

export type RequestGroup = { readonly title: string; readonly requests: readonly DearRequest[] }

export const requestGroups: readonly RequestGroup[] = [
  { title: 'From anybody', requests: fromAnybody },
  { title: 'Bodies', requests: bodyRequests },
  { title: 'Fields and options', requests: fields },
  { title: 'Certificate files', requests: files },
  { title: 'Answers of Microsoft Graph', requests: graphAnswers },
  { title: 'Tests of endpoints', requests: tests },
]
