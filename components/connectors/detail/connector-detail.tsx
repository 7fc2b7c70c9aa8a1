'use client'

import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular, EditRegular } from '@fluentui/react-icons'
import { Button } from '@fluentui/react-components'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { withWorkTexts } from '../with-work-texts'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { FailedReading } from '@/components/shell/notices/failed-reading'
import { Loading } from '@/components/shell/notices/loading'
import { useNavigationGuard } from '@/components/shell/dialogs/guard'
import { PageHeading } from '@/components/shell/frame/page-heading'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import { UsagePanel } from '@/components/user-flows/attaching/usage-panel'
import type { ReceivedConnector } from '@/lib/client/received-connector'
import { useConnector } from '@/lib/client/use-connectors'
import { clientCertificateAuthenticationType } from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import { RotateCertificate, UploadCertificate } from '../rotation/add-certificate'
import { CertificateList } from './certificate-list'
import { ConnectorCode } from './connector-code'
import { ConnectorHistory } from './connector-history'
import { ConnectorOverview } from './connector-overview'
import { ConnectorTest } from '../test/connector-test'
import { DeleteConnector } from '../deletion/delete-connector'
import { WriteButton } from '@/components/shell/writing/write-button'

const useStyles = makeStyles({
  panel: { paddingBlock: tokens.spacingVerticalL },
  tabs: { flexWrap: 'wrap', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
})

/** One connector in all its states. */
export const ConnectorDetail = withWorkTexts(ConnectorDetailPage)

function ConnectorDetailPage({ id }: { readonly id: string }) {
  const t = useTranslations('connectors')
  const displayName = useDisplayName()
  const { data, error, isValidating, mutate } = useConnector(id)
  const reload = () => void mutate().catch(() => undefined) // the failure arrives as `error`
  if (!data) {
    return (
      <>
        <PageHeading title={t('detailTitle')} />
        {error ? (
          <ProblemNotice problem={error.problem} onRetry={reload} />
        ) : (
          <Loading name={t('loadingOne')} />
        )}
      </>
    )
  }
  return (
    <>
      <PageHeading title={displayName(data.connector.displayName)}>
        <Button icon={<ArrowClockwiseRegular />} disabledFocusable={isValidating} onClick={reload}>
          {t('refresh')}
        </Button>
        <ConnectorActions received={data} />
      </PageHeading>
      {error && <FailedReading problem={error.problem} onRetry={reload} />}
      <ConnectorViews received={data} />
    </>
  )
}

type ReceivedProps = { readonly received: ReceivedConnector }

function ConnectorActions({ received: { connector } }: ReceivedProps) {
  const t = useTranslations('connectors')
  const { goTo } = useNavigationGuard()
  const type = connector.authenticationConfiguration['@odata.type']
  return (
    <>
      <WriteButton
        icon={<EditRegular />}
        onClick={() => {
          goTo(pages.editConnector(connector.id))
        }}
      >
        {t('edit')}
      </WriteButton>
      {type === clientCertificateAuthenticationType && (
        <>
          <UploadCertificate connector={connector} />
          <RotateCertificate connector={connector} />
        </>
      )}
      <DeleteConnector connector={connector} />
    </>
  )
}

const views = ['overview', 'certificates', 'user-flows', 'test', 'code', 'history'] as const
type View = (typeof views)[number]

const tabName = {
  overview: 'tabOverview',
  certificates: 'tabCertificates',
  'user-flows': 'tabUserFlows',
  test: 'tabTest',
  code: 'tabCode',
  history: 'tabHistory',
} as const

function ConnectorViews({ received }: ReceivedProps) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const [view, setView] = useView()
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label={t('tabs')}
        selectedValue={view}
        onTabSelect={(_event, { value }) => {
          setView(views.find((known) => known === value) ?? 'overview')
        }}
      >
        {views.map((name) => (
          <Tab key={name} id={`tab-${name}`} value={name} aria-controls="view">
            {t(tabName[name])}
          </Tab>
        ))}
      </TabList>
      <div
        id="view"
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`tab-${view}`}
        className={styles.panel}
      >
        {view === 'overview' && <ConnectorOverview connector={received.connector} />}
        {view === 'certificates' && <CertificateList connector={received.connector} />}
        {view === 'user-flows' && <ConnectorUsage connector={received.connector} />}
        <KeptTest isShown={view === 'test'} connector={received.connector} />
        {view === 'code' && <ConnectorCode received={received.received} />}
        {view === 'history' && <ConnectorHistory connector={received.connector} />}
      </div>
    </>
  )
}

type KeptTestProps = { readonly isShown: boolean; readonly connector: Connector }

/** Once shown it stays: claims, password and result are still there when one comes back to the tab. */
function KeptTest({ isShown, connector }: KeptTestProps) {
  const [wasShown, setWasShown] = useState(isShown)
  if (isShown && !wasShown) setWasShown(true)
  if (!wasShown) return null
  return (
    <div hidden={!isShown}>
      <ConnectorTest connector={connector} />
    </div>
  )
}

function ConnectorUsage({ connector: { id, displayName } }: { readonly connector: Connector }) {
  return <UsagePanel connector={{ id, name: useDisplayName()(displayName) }} />
}

/** The chosen tab is part of the address. */
function useView(): [View, (view: View) => void] {
  const wanted = useSearchParams().get('tab')
  const [view, setView] = useState<View>(views.find((known) => known === wanted) ?? 'overview')
  const change = (next: View) => {
    setView(next)
    window.history.replaceState(null, '', next === 'overview' ? '?' : `?tab=${next}`)
  }
  return [view, change]
}
