import type { ReactNode } from 'react'
import type { PortalSettings } from '@/lib/contract/settings'
import { translator } from '@/lib/messages/translator'
import type { SetupState } from './setup-state'

export function SetupFacts({ state }: { readonly state: SetupState }) {
  return state.settings ? (
    <InUse settings={state.settings} redirectUri={state.redirectUri} />
  ) : (
    <Missing problems={state.problems} />
  )
}

type InUseProps = { readonly settings: PortalSettings; readonly redirectUri: string }

function InUse({ settings, redirectUri }: InUseProps) {
  const t = translator('setup')
  const facts: [string, ReactNode][] = [
    [t('mode'), settings.isDemo ? t('modeDemo') : t('modeTenant')],
    [t('clientId'), <code key="id">{settings.signIn.clientId}</code>],
    [t('authority'), <code key="authority">{settings.signIn.authority}</code>],
    [t('graphRoot'), <code key="graph">{settings.graphRoot}</code>],
    [t('graphVersion'), <code key="version">{settings.graphVersion}</code>],
    [t('redirectUri'), <code key="redirect">{redirectUri}</code>],
  ]
  return (
    <>
      <h2>{t('readyTitle')}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Missing({ problems }: Pick<SetupState, 'problems'>) {
  const t = translator('setup')
  return (
    <>
      <h2>{t('incompleteTitle')}</h2>
      <p>{t('incompleteLead')}</p>
      <ul>
        {problems.map(({ variable, message }) => (
          <li key={variable}>
            <code>{variable}</code>: {message}
          </li>
        ))}
      </ul>
    </>
  )
}
