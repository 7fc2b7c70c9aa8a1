/** The environment's variables, each checked. A schema's message is a key of the catalogue. */
import 'server-only'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { graphVersionSchema } from '@/lib/contract/identifiers'
import type { ServerMessages } from '@/lib/messages/catalogue'
import { locales } from '@/lib/messages/locale'
import { cloudNames } from './clouds'

type MessageKey = keyof ServerMessages['api']['configuration']

/** Makes a key that the catalogue does not have a compile error. */
const says = (key: MessageKey): MessageKey => key

/** The client id that the emulator has registered, so that the demo needs one variable only. */
const emulatorClientId = '11111111-aaaa-4bbb-8ccc-222222222222'

/** The account decides about the tenant (Entra's word in an authority). */
const anyTenant = 'organizations'

const hasOnlyOrigin = (url: string) =>
  URL.canParse(url) && new URL(url).href === `${new URL(url).origin}/`

const originOf = (url: string) => new URL(url).origin

/** Tokens for the emulator are worth nothing, but a mistyped address must not receive Graph's. */
const loopbackOrigin = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?\/?$/i

const emulatorUrlSchema = z
  .string()
  .regex(loopbackOrigin, says('emulatorUrlInvalid'))
  .refine(hasOnlyOrigin, says('emulatorUrlInvalid'))
  .transform(originOf)

const originSchema = z
  .string()
  .regex(/^https?:\/\//i, says('portalOriginInvalid'))
  .refine(hasOnlyOrigin, says('portalOriginInvalid'))
  .transform(originOf)

const portSchema = (key: MessageKey) =>
  z
    .string()
    .regex(/^\d{1,5}$/, key)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, key)

/** More proxies than anybody has one behind the other. */
const proxyCountSchema = z.string().regex(/^\d$/, says('trustedProxiesInvalid')).transform(Number)

const splitList = (text: string) => text.split(',').map((item) => item.trim())

const hasValidPort = (pair: string) => {
  const port = Number(/^(?:\[[0-9a-f:.]+\]|[a-z0-9.-]+):(\d{1,5})$/.exec(pair)?.[1])
  return port >= 1 && port <= 65_535
}

const hostAndPortListSchema = z
  .string()
  .toLowerCase()
  .transform(splitList)
  .refine((pairs) => pairs.every(hasValidPort), says('connectorTestAllowInvalid'))

const portListSchema = z
  .string()
  .transform(splitList)
  .pipe(z.array(portSchema(says('connectorTestPortsInvalid'))))

/** A name or an IPv4 address, with `*.` for all names below it; as the WHATWG parser writes it. */
const hostPattern = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/

const hostOf = (pattern: string) => {
  const wildcard = pattern.startsWith('*.') ? '*.' : ''
  const url = `https://${pattern.slice(wildcard.length)}`
  return hasOnlyOrigin(url) ? wildcard + new URL(url).hostname : ''
}

const hostListSchema = z
  .string()
  .transform((text) => splitList(text).map(hostOf))
  .refine((hosts) => hosts.every((host) => hostPattern.test(host)), {
    error: says('connectorTestHostsInvalid'),
  })

/** An address stands for a range of one. */
const rangeOf = (text: string) => {
  const [, family] = /^\[?(?:([0-9a-f:.]*:[0-9a-f:.]*)|[0-9.]+)\]?$/i.exec(text) ?? []
  return text.includes('/') ? text : `${text}/${family === undefined ? 32 : 128}`
}

const blockListSchema = z
  .string()
  .transform((text) => {
    const items = splitList(text)
    const ranges = items.map(rangeOf)
    return {
      hosts: items.filter((_, index) => !ipaddr.isValidCIDR(ranges[index] ?? '')).map(hostOf),
      ranges: ranges.filter((range) => ipaddr.isValidCIDR(range)),
    }
  })
  .refine(({ hosts }) => hosts.every((host) => hostPattern.test(host)), {
    error: says('connectorTestBlockInvalid'),
  })

/** A GUID, a verified domain, or the words Entra knows; never anything that changes a path. */
const tenantIdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,252}$/i, says('tenantIdInvalid'))

/** One line of RFC 9116: an address to write to or a page to report on, with nothing that ends the line. */
const contactSchema = z
  .string()
  .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s]+)$/i, says('securityContactInvalid'))

const logLevelSchema = z.enum(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
  says('logLevelInvalid'),
)
export type LogLevel = z.infer<typeof logLevelSchema>

const sharedVariables = {
  AZURE_CLOUD: z.enum(cloudNames, says('cloudInvalid')).default('global'),
  GRAPH_VERSION: z.enum(graphVersionSchema.options, says('graphVersionInvalid')).default('v1.0'),
  CONNECTOR_TEST_ALLOW: hostAndPortListSchema.default([]),
  CONNECTOR_TEST_PORTS: portListSchema.default([443, 8443]),
  CONNECTOR_TEST_HOSTS: hostListSchema.default([]),
  CONNECTOR_TEST_BLOCK: blockListSchema.default({ hosts: [], ranges: [] }),
  PORT: portSchema(says('portInvalid')).default(3000),
  PORTAL_ORIGIN: originSchema.optional(),
  LOG_LEVEL: logLevelSchema.default('info'),
  TRUSTED_PROXIES: proxyCountSchema.default(0),
  SECURITY_CONTACT: contactSchema.optional(),
  PORTAL_LOCALE: z.enum(locales, says('localeInvalid')).default('en'),
}

const entraSchema = z.object({
  ...sharedVariables,
  EMULATOR_URL: z.undefined().optional(),
  AZURE_CLIENT_ID: z.guid({
    error: ({ input }) => says(input === undefined ? 'clientIdMissing' : 'clientIdInvalid'),
  }),
  AZURE_TENANT_ID: tenantIdSchema.default(anyTenant),
})

const emulatorSchema = z.object({
  ...sharedVariables,
  EMULATOR_URL: emulatorUrlSchema,
  AZURE_CLIENT_ID: z.guid(says('clientIdInvalid')).default(emulatorClientId),
  AZURE_TENANT_ID: tenantIdSchema.default(anyTenant),
})

/** The variables that the portal needs to say, on the right address, that its configuration is wrong. */
const basicsSchema = z.object({
  NODE_ENV: z.string().optional(),
  PORT: sharedVariables.PORT.catch(3000),
  PORTAL_ORIGIN: originSchema.optional().catch(undefined),
  LOG_LEVEL: sharedVariables.LOG_LEVEL.catch('info'),
  SECURITY_CONTACT: contactSchema.optional().catch(undefined),
  PORTAL_LOCALE: sharedVariables.PORTAL_LOCALE.catch('en'),
})

export type Variables = Readonly<Record<string, string | undefined>>

/** Container tools pass variables that were never filled in as empty text. */
export function withoutEmpty(variables: Variables): Variables {
  const filled = Object.entries(variables).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()] as const] : [],
  )
  return Object.fromEntries(filled)
}

export const parseEnvironment = (variables: Variables) =>
  variables.EMULATOR_URL === undefined
    ? entraSchema.safeParse(variables)
    : emulatorSchema.safeParse(variables)

export type Environment = z.infer<typeof entraSchema> | z.infer<typeof emulatorSchema>

export const parseBasics = (variables: Variables) => basicsSchema.parse(variables)
