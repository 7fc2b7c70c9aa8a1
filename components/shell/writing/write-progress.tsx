'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { WritePhase } from './use-write-steps'

/** Words about a write that runs. The server looks for a lost one by itself, unseen from here, which takes its time. */
export function WriteProgress({ phase }: { readonly phase: WritePhase }) {
  const t = useTranslations('shell.progress')
  if (phase === null) return null
  return phase === 'looking' ? t('looking') : <Sending />
}

const patienceMs = 8000

function Sending() {
  const t = useTranslations('shell.progress')
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return isLong ? t('findingOut') : t('sending')
}
