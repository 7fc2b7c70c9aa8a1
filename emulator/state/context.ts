// What the parts of one running emulator share.
import type { Grants } from './grants'
import type { Sessions } from './sessions'
import type { Signer } from './signer'
import type { OpenPfx } from '../pkcs12/pfx-reader'
import type { Worlds } from './world'

/** Known only once the servers listen, since the ports may be any free ones. */
export type Addresses = { url: string; tlsUrl: string }

export type EmulatorContext = {
  addresses: Addresses
  worlds: Worlds
  signer: Signer
  sessions: Sessions
  grants: Grants
  openPfx: OpenPfx
}
