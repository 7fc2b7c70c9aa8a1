'use client'

import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { PersonRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNavigationGuard } from '../dialogs/guard'
import { IconMenuButton } from '../popups/menu-button'
import type { MenuItems, MenuParts } from '../popups/popup-kit'
import { useSession } from '@/lib/client/session/session'

const useStyles = makeStyles({
  person: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
})

export function AccountMenu() {
  const styles = useStyles()
  const t = useTranslations('shell')
  const { leave } = useNavigationGuard()
  const { person, signOut, signInElsewhere, tenantId } = useSession()
  const items: MenuItems = (parts, button) => {
    const { MenuDivider, MenuItem, MenuList } = parts
    return (
      <>
        <div className={styles.person}>
          <Text weight="semibold">{person.name}</Text>
          <Caption1>{person.username}</Caption1>
          <Caption1>{t('tenantId', { id: tenantId })}</Caption1>
        </div>
        <MenuDivider />
        <MenuList aria-labelledby={button.id}>
          <CopyTenantId id={tenantId} {...parts} />
          {signInElsewhere && (
            <MenuItem onClick={() => leave(() => void signInElsewhere())}>
              {t('otherTenant')}
            </MenuItem>
          )}
          <MenuItem onClick={() => leave(() => void signOut())}>{t('signOut')}</MenuItem>
        </MenuList>
      </>
    )
  }
  return <IconMenuButton icon={<PersonRegular />} name={t('account')} items={items} />
}

type CopyTenantIdProps = Pick<MenuParts, 'MenuItem'> & { readonly id: string }

/** Says in its own place that it has copied: the menu stays open for that. */
function CopyTenantId({ id, MenuItem }: CopyTenantIdProps) {
  const t = useTranslations('shell')
  const [isCopied, setIsCopied] = useState(false)
  return (
    <MenuItem
      persistOnClick
      onClick={() => void navigator.clipboard.writeText(id).then(() => setIsCopied(true))}
      onBlur={() => setIsCopied(false)}
    >
      {isCopied ? t('copied') : t('copyTenantId')}
    </MenuItem>
  )
}
