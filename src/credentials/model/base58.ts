const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const charactersInGroup = 5
const groupFactor = 58 ** charactersInGroup
// 22-bit limbs times 58^5 stay below 2^53, so plain numbers carry the products exactly.
const limbBits = 22
const limbSize = 2 ** limbBits

const digitOf = new Int8Array(128).fill(-1)
for (let digit = 0; digit < alphabet.length; digit++) digitOf[alphabet.charCodeAt(digit)] = digit

export function encodeBase58(bytes: Uint8Array): string {
  const zeroes = leadingZeroes(bytes)
  let value = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  while (value > 0n) {
    text = alphabet.charAt(Number(value % 58n)) + text
    value /= 58n
  }
  return '1'.repeat(zeroes) + text
}

/** The bytes, or undefined when the text is no base58btc or does not hold exactly that many bytes. */
export function decodeBase58(text: string, byteLength: number): Uint8Array | undefined {
  // Base58 needs at most 1.37 characters a byte; longer text is not worth the arithmetic.
  if (text.length > Math.ceil(byteLength * 1.37) + 1) return undefined
  const limbs = new Array<number>(Math.ceil((byteLength * 8) / limbBits)).fill(0)
  for (let at = 0; at < text.length; at += charactersInGroup) {
    if (!appendGroup(limbs, text, at)) return undefined
  }
  const bytes = toBytes(limbs, byteLength)
  return bytes && encodesTo(bytes, text) ? bytes : undefined
}

function appendGroup(limbs: number[], text: string, at: number): boolean {
  const end = Math.min(at + charactersInGroup, text.length)
  let carry = 0
  for (let index = at; index < end; index++) {
    const digit = digitOf[text.charCodeAt(index)] ?? -1
    if (digit < 0) return false
    carry = carry * 58 + digit
  }
  const factor = end - at === charactersInGroup ? groupFactor : 58 ** (end - at)
  for (let index = 0; index < limbs.length; index++) {
    const product = (limbs[index] ?? 0) * factor + carry
    carry = Math.floor(product / limbSize)
    limbs[index] = product - carry * limbSize
  }
  return carry === 0
}

function toBytes(limbs: readonly number[], byteLength: number): Uint8Array | undefined {
  const bytes = new Uint8Array(byteLength)
  let held = 0
  let bits = 0
  let at = byteLength - 1
  for (const limb of limbs) {
    held += limb * 2 ** bits
    bits += limbBits
    while (bits >= 8 && at >= 0) {
      bytes[at--] = held % 256
      held = Math.floor(held / 256)
      bits -= 8
    }
  }
  return held === 0 ? bytes : undefined
}

// One byte string has one spelling: the count of leading ones is the count of leading zero bytes.
function encodesTo(bytes: Uint8Array, text: string): boolean {
  let ones = 0
  while (ones < text.length && text.charCodeAt(ones) === 0x31) ones++
  return ones === leadingZeroes(bytes)
}

function leadingZeroes(bytes: Uint8Array): number {
  let count = 0
  while (count < bytes.length && bytes[count] === 0) count++
  return count
}
