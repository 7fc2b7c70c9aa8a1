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

type Announcement = { readonly text: string; readonly path: string }
type Announce = (text: string, path: string) => void

const AnnounceContext = createContext<Announce | null>(null)

/** `announce(text, path)`: `path` is the page on which the sentence makes sense. */
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
  const announce = useCallback<Announce>((text, forPath) => {
    setAnnouncement({ text, path: forPath })
  }, [])
  const text = announcement?.path === path ? announcement.text : null
  return (
    <AnnounceContext.Provider value={announce}>
      <div role="status">
        {text !== null && (
          <MessageBar intent="success" politeness="polite" className={styles.bar}>
            <MessageBarBody>{text}</MessageBarBody>
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
