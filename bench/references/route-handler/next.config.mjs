import { fileURLToPath } from 'node:url'

// The packages are those of the project, three folders up.
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: ['undici'],
}

export default config
