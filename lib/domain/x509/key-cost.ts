import type { KeyFacts } from './public-key'

/** Signing takes 0.2 s with a key of this length, 1.5 s with twice of it, and minutes with eight times. */
const maxModulusBits = 8192

/**
 * Whether signing with a key may hold up whoever does it, past every deadline: long RSA keys, and curves that
 * are spelt out in numbers or not known, whose size somebody else has chosen.
 */
export const isCostlyKey = ({ type, bits }: KeyFacts): boolean => costly[type](bits)

const always = () => true
const never = () => false
const isLong = (bits: number | null) => bits === null || bits > maxModulusBits

const costly: Readonly<Record<KeyFacts['type'], (bits: number | null) => boolean>> = {
  RSA: isLong,
  'RSA-PSS': isLong,
  DSA: isLong,
  // Of the known curves alone the size is known.
  EC: (bits) => bits === null,
  Ed25519: never,
  Ed448: never,
  unknown: always,
}
