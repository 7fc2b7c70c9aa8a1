'use client'

/** One sentence about what has just been done, shown on the page it is about. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { usePathname } from 'next/navigation'
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'

type Announcement = {
  readonly text: string
  /** The page on which the sentence makes sense; without one, it is shown wherever the person is. */
  readonly path?: string
  readonly intent?: 'success' | 'warning'
}
type Announce = (text: string, where: Omit<Announcement, 'text'>) => void

const AnnounceContext = createContext<Announce | null>(null)

export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext)
  if (!announce) throw new Error('useAnnounce needs an Announcements above it.')
  return announce
}

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalM } })

export function Announcements({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  const t = useTranslations('shell')
  const path = usePathname()
  const [announcement, setAnnouncement] = useState<Announcement | null>(null)
  const announce = useCallback<Announce>((text, where) => {
    setAnnouncement({ ...where, text })
  }, [])
  const shown = (announcement?.path ?? path) === path ? announcement : null
  return (
    <AnnounceContext.Provider value={announce}>
      <div role="status">
        {shown && (
          <MessageBar intent={shown.intent ?? 'success'} politeness="polite" className={styles.bar}>
            <MessageBarBody>{shown.text}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  aria-label={t('close')}
                  icon={<DismissRegular />}
                  onClick={() => {
                    setAnnouncement(null)
                  }}
                />
              }
            />
          </MessageBar>
        )}
      </div>
      {children}
    </AnnounceContext.Provider>
  )
}
