'use client'

import {
  Caption1,
  makeStyles,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { PersonRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session'

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
  const { person, signOut } = useSession()
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<PersonRegular />} aria-label={t('account')} />
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.person}>
          <Text weight="semibold">{person.name}</Text>
          <Caption1>{person.username}</Caption1>
        </div>
        <MenuDivider />
        <MenuList>
          <MenuItem onClick={() => void signOut()}>{t('signOut')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
