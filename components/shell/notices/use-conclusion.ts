'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { explainProblem } from '@/lib/domain/problems/explain-problem'
import type { Problem } from '@/lib/domain/problems/problem'
import { useIsHere } from '../writing/use-is-here'
import { useNavigationGuard } from '../dialogs/guard'
import { useAnnounce } from './announcement'

type Intent = 'success' | 'warning'

type Conclusion = {
  readonly sentence: string
  readonly intent?: Intent
  /** The page about what was done: the person is taken there. */
  readonly page: string
}

/** The end of a piece of work. Whoever has left its page meanwhile is told where they are, and stays there. */
export function useConclusion() {
  const t = useTranslations('problems')
  const announce = useAnnounce()
  const { release, goTo } = useNavigationGuard()
  const path = usePathname()
  const isHere = useIsHere()
  const tellWhoLeft = (sentence: string, intent: Intent = 'warning') => {
    if (!isHere()) announce(sentence, { intent })
  }
  return {
    conclude: ({ sentence, intent = 'success', page }: Conclusion) => {
      tellWhoLeft(sentence, intent)
      if (!isHere()) return
      announce(sentence, { path: page, intent })
      release()
      if (page !== path) goTo(page)
    },
    /** For what the page itself shows to whoever is still there. */
    tellWhoLeft,
    tellProblem: (name: string, problem: Problem) => {
      const situation = explainProblem(problem)
      const [title, body] = [t(`${situation}.title`), t(`${situation}.body`)]
      tellWhoLeft(t('left', { name, title, body }))
    },
  }
}
