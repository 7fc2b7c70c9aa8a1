/**
 * What never changes between installations. Nothing here reads the environment: one build serves
 * every tenant, cloud and the emulator.
 */

/** @param {Record<string, string>} headers */
const headerList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

const api = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
}

const notRedirectPage = {
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** MSAL renews tokens in a hidden frame that ends here, and forbids an opener policy on this page. */
const redirectPage = { 'X-Frame-Options': 'SAMEORIGIN' }

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  reactStrictMode: true,
  poweredByHeader: false,
  // Types, those of the tests too, are checked once: by npm run check.
  typescript: { ignoreBuildErrors: true },
  compress: true,
  // Nothing but /api takes a body, and there the handlers count it as it arrives.
  experimental: {
    proxyClientMaxBodySize: '16kb',
    // Few large scripts: many small ones compress badly, and each is a request.
    turbopackChunking: {
      firstPageLoadPriority: 1,
      requestCost: 10_000_000,
      minChunkSize: 2_000_000,
      maxMergeChunkSize: 10_000_000,
    },
  },
  // Switches the image optimiser off, which the portal has no use for: /_next/image is 404.
  images: { unoptimized: true },
  // A slash at the end is no other spelling of an address of the API; the handlers refuse it.
  skipTrailingSlashRedirect: true,
  // Loaded from node_modules as they are, so that there is one of each in the process.
  serverExternalPackages: ['undici', 'pino'],
  turbopack: {
    root: import.meta.dirname,
    // The browser gets compiled sentences and no parser for them; the server reads them as they are written.
    rules: {
      '**/lib/messages/en/*.json': {
        condition: 'browser',
        loaders: ['./lib/messages/compile-messages.mjs'],
        as: '*.json',
      },
    },
    resolveAlias: {
      'use-intl/format-message': { browser: 'use-intl/format-message/format-only' },
    },
  },
  outputFileTracingRoot: import.meta.dirname,
  // The page shows them as they are.
  outputFileTracingIncludes: { '/samples': ['./samples/**/*'] },
  // Before any page is loaded: a page that leads on does so in the browser, and a click may meet it there.
  redirects: () => Promise.resolve([{ source: '/', destination: '/connectors', permanent: false }]),
  // Tools that walk folders pass over those that begin with a dot, so the handler has no such folder.
  rewrites: () =>
    Promise.resolve([{ source: '/.well-known/security.txt', destination: '/security.txt' }]),
  headers: () =>
    Promise.resolve([
      // One of them fits an address: each is tried for each request.
      { source: '/api/:path*', headers: headerList({ ...everywhere, ...notRedirectPage, ...api }) },
      { source: '/auth/redirect', headers: headerList({ ...everywhere, ...redirectPage }) },
      {
        source: '/((?!api(?:/|$)|auth/redirect$).*)',
        headers: headerList({ ...everywhere, ...notRedirectPage }),
      },
    ]),
}

export default config
