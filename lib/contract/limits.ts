/** Sizes that both sides keep to. In bytes, unless it is said otherwise. */

export const maxConnectorBodyBytes = 16 * 1024

export const maxUploadBodyBytes = 256 * 1024

/** The largest PKCS#12 file seen in the field is about 11 KB; this leaves room for long chains. */
export const maxPkcs12Bytes = 128 * 1024

/** Base64 writes four characters for every three bytes (RFC 4648 section 4). */
export const maxPkcs12Base64Length = Math.ceil(maxPkcs12Bytes / 3) * 4

/** In characters. Nobody types more; what an API answers is searched for each of them. */
export const maxUsernameLength = 256
export const maxPasswordLength = 1024
