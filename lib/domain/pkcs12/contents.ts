/** The contents of a PKCS#12 file, as far as a client certificate needs them (RFC 7292 section 4.2). */

/** Attributes that tie a key to its certificate and name them for people (RFC 2985 section 5.5). */
export type BagAttributes = {
  readonly friendlyName: string | null
  readonly localKeyId: Uint8Array | null
}

export type Pkcs12Key = BagAttributes & {
  /** A PKCS#8 PrivateKeyInfo in DER (RFC 5208), not encrypted. */
  readonly privateKeyInfo: Uint8Array
}

export type Pkcs12Certificate = BagAttributes & {
  /** An X.509 certificate, byte for byte as in the file. */
  readonly der: Uint8Array
}

export type Pkcs12Contents = {
  readonly keys: readonly Pkcs12Key[]
  readonly certificates: readonly Pkcs12Certificate[]
}
