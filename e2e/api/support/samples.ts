/** Connectors and files for tests. Every secret in them has "canary" in it. */

export const basic = (password = 'password-canary') => ({
  '@odata.type': '#microsoft.graph.basicAuthentication',
  username: 'svc-canary',
  password,
})

export const loyalty = {
  displayName: 'Loyalty lookup',
  targetUrl: 'https://api.example.com/check?code=function-key-canary',
  authenticationConfiguration: basic(),
}

const password = 'pfx-password-canary'

/** For `makePfx`; few rounds of key derivation keep a test short. */
export const pfxWish = { password, iterations: 1 }

/** A file as it is uploaded. */
export const uploadOf = ({ base64 }: { base64: string }) => ({ pkcs12Value: base64, password })
