/** The fields of a new certificate and what they mean. */
import type { Resolver } from 'react-hook-form'
import {
  complaintsAbout,
  contractResolver,
  type Complaint,
} from '@/components/forms/contract-resolver'
import { newCertificateSchema, type NewCertificate } from '@/lib/contract/new-certificate'

export type NewCertificateValues = {
  commonName: string
  /** A day, as a date field has it: 2027-01-31. */
  start: string
  months: string
  keyBits: string
}

export const validityMonths = [6, 12, 24, 36] as const

/** Named after the API that will see it, for two years from today. */
export function newCertificateValues(targetUrl: string, today: Date): NewCertificateValues {
  const host = URL.parse(targetUrl)?.hostname ?? ''
  return { commonName: host.slice(0, 64), start: dayOf(today), months: '24', keyBits: '2048' }
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-')

/** From the first minute of the day on, or from now on if that is today; `now` as the reader has it. */
function candidateFrom({ commonName, start, months, keyBits }: NewCertificateValues, now: Date) {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const begin = start === dayOf(now) ? now : new Date(year, month - 1, day)
  const end = new Date(begin)
  end.setMonth(end.getMonth() + Number(months))
  return {
    commonName,
    keyBits: Number(keyBits),
    notBefore: Math.floor(begin.getTime() / 1000),
    notAfter: Math.floor(end.getTime() / 1000),
  }
}

/** Throws for values that the resolver has not accepted. */
export const newCertificateFrom = (values: NewCertificateValues, now: Date): NewCertificate =>
  newCertificateSchema.parse(candidateFrom(values, now))

/** Days are written so that their texts are in their order. */
const complaintsAboutStart = ({ start }: NewCertificateValues, today: Date): Complaint[] =>
  start !== '' && start < dayOf(today) ? [{ path: ['start'], message: 'startsInPast' }] : []

export const newCertificateResolver = (
  explain: (message: string) => string,
): Resolver<NewCertificateValues> =>
  contractResolver<NewCertificateValues>(
    {
      complaints: (values) => [
        ...complaintsAbout(newCertificateSchema, candidateFrom(values, new Date())),
        ...complaintsAboutStart(values, new Date()),
      ],
      fieldOf: ([name]) => (name === 'commonName' || name === 'keyBits' ? name : 'start'),
    },
    explain,
  )
