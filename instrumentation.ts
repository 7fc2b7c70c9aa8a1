/** What Next runs once, when the server starts (Next: instrumentation). */
export async function register(): Promise<void> {
  // Next also builds this for its Edge runtime, which the portal does not use and Node's modules lack.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { watchArrivals } = await import('@/lib/server/audit/arrivals')
  const { chooseLocale } = await import('@/lib/messages/locale')
  const { configuration } = await import('@/lib/server/configuration/configuration')
  const { portalOrigin, locale } = configuration()
  chooseLocale(locale)
  watchArrivals(portalOrigin)
}
