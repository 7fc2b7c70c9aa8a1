// What the references have in common with each other, and with the portal.
import { fileURLToPath } from 'node:url'
import portal from '../../next.config.js'

// The packages are those of the project, two folders up.
const root = fileURLToPath(new URL('../..', import.meta.url))

/** @type {import('next').NextConfig} */
export const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: portal.serverExternalPackages ?? [],
  // Cut into scripts as the portal is.
  experimental: { turbopackChunking: portal.experimental?.turbopackChunking },
}
