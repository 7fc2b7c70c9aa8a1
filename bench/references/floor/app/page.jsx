'use client'
// The least a page can be that has the libraries of the list of connectors: sign-in, requests,
// controls and a virtual grid, with nothing of its own.
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
  Button,
  createTableColumn,
  FluentProvider,
  Input,
  webLightTheme,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import useSWR from 'swr'

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
  const { data = [] } = useSWR('rows', () => rows)
  useEffect(() => setClient(new PublicClientApplication({ auth: { clientId: 'floor' } })), [])
  if (!client) return null
  return (
    <MsalProvider instance={client}>
      <FluentProvider theme={webLightTheme}>
        <Button>Refresh</Button>
        <Input aria-label="Search" />
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
    </MsalProvider>
  )
}
