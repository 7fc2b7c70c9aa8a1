import { fileURLToPath } from 'node:url'
import portal from '../../../next.config.js'

// The packages are those of the project, three folders up.
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  // Cut into scripts as the portal is.
  experimental: { turbopackChunking: portal.experimental?.turbopackChunking },
}

export default config
