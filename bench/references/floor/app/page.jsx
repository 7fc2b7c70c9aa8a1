'use client'
// The least a page can be that has the libraries of the list of connectors: sign-in, requests, schemas,
// texts, themes, controls and a virtual grid, with nothing of its own.
import { PublicClientApplication } from '@azure/msal-browser'
import { MsalProvider } from '@azure/msal-react'
import {
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
} from '@fluentui-contrib/react-data-grid-react-window'
import {
  Badge,
  Button,
  createTableColumn,
  FluentProvider,
  Link,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  SearchBox,
  Skeleton,
  SkeletonItem,
  teamsHighContrastTheme,
  Text,
  Tooltip,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import {
  AddRegular,
  ArrowClockwiseRegular,
  CertificateRegular,
  CheckmarkCircleRegular,
  CopyRegular,
  DarkThemeRegular,
  DismissRegular,
  ErrorCircleRegular,
  EyeRegular,
  FlowRegular,
  PersonRegular,
  WarningRegular,
} from '@fluentui/react-icons'
import NextLink from 'next/link'
import { useEffect, useState } from 'react'
import useSWR from 'swr'
import { IntlProvider, useTranslations } from 'use-intl'
import { array, nullish, object, parse, pipe, string, transform } from 'zod/mini'

const themes = [webLightTheme, webDarkTheme, teamsHighContrastTheme]
const icons = [
  AddRegular,
  ArrowClockwiseRegular,
  CertificateRegular,
  CheckmarkCircleRegular,
  CopyRegular,
  DarkThemeRegular,
  DismissRegular,
  ErrorCircleRegular,
  EyeRegular,
  FlowRegular,
  PersonRegular,
  WarningRegular,
]

const name = pipe(
  nullish(string()),
  transform((text) => text ?? ''),
)
const schema = array(object({ id: string(), name }))

const rows = Array.from({ length: 100 }, (_, index) => ({
  id: String(index),
  name: `Row ${index}`,
}))
const columns = [
  createTableColumn({
    columnId: 'name',
    compare: (a, b) => (a.name < b.name ? -1 : 1),
    renderHeaderCell: () => 'Name',
    renderCell: ({ name }) => name,
  }),
]

export default function Page() {
  const [client, setClient] = useState()
  const { data = [] } = useSWR('rows', () => parse(schema, rows))
  const [theme, setTheme] = useState(0)
  useEffect(() => setClient(new PublicClientApplication({ auth: { clientId: 'floor' } })), [])
  if (!client) return null
  return (
    <MsalProvider instance={client}>
      <IntlProvider locale="en" messages={{ count: '{count, plural, one {# row} other {# rows}}' }}>
        <FluentProvider theme={themes[theme]}>
          <Tools count={data.length} onTheme={setTheme} />
          <DataGrid
            aria-label="Rows"
            items={data}
            columns={columns}
            getRowId={({ id }) => id}
            sortable
          >
            <DataGridHeader>
              <DataGridRow>
                {({ renderHeaderCell }) => (
                  <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>
                )}
              </DataGridRow>
            </DataGridHeader>
            <DataGridBody itemSize={44} height={600}>
              {({ item, rowId }, style) => (
                <DataGridRow key={rowId} style={style}>
                  {({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}
                </DataGridRow>
              )}
            </DataGridBody>
          </DataGrid>
        </FluentProvider>
      </IntlProvider>
    </MsalProvider>
  )
}

function Tools({ count, onTheme }) {
  const t = useTranslations()
  return (
    <>
      <Menu>
        <MenuTrigger>
          <Button icon={<DarkThemeRegular />} aria-label="Theme" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {themes.map((_theme, index) => (
              <MenuItem key={index} onClick={() => onTheme(index)}>
                {index}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Tooltip relationship="description" content="All rows">
        <Badge tabIndex={0}>{t('count', { count })}</Badge>
      </Tooltip>
      <MessageBar>
        <MessageBarBody>
          <Text>Rows</Text> <Link href="#">more</Link> <NextLink href="/">here</NextLink>
        </MessageBarBody>
      </MessageBar>
      <SearchBox aria-label="Search" />
      <Skeleton>
        <SkeletonItem />
      </Skeleton>
      {icons.map((Icon, index) => (
        <Icon key={index} />
      ))}
    </>
  )
}
