/** The Merkle tree of RFC 6962 §2.1: leaves and nodes are hashed apart, so that neither passes for the other. */
import { createHash } from 'node:crypto'

const leafMark = Buffer.of(0)
const nodeMark = Buffer.of(1)

export function hashLeaf(content: Uint8Array): Buffer {
  return createHash('sha256').update(leafMark).update(content).digest()
}

function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(nodeMark).update(left).update(right).digest()
}

/** Of leaves that are hashed already. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only, ...more] = leaves
  if (only === undefined) return createHash('sha256').digest()
  if (more.length === 0) return only
  const split = largestPowerBelow(leaves.length)
  return hashNode(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

/** The hashes beside the way from a leaf to the root, from the leaf up (RFC 6962 §2.1.1). */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return []
  const split = largestPowerBelow(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - split), rootOf(left)]
}

export interface Inclusion {
  readonly leaf: Buffer
  readonly index: number
  /** How many leaves the tree has. */
  readonly size: number
  readonly proof: readonly Buffer[]
}

/** Whether the leaf stands at its index under the root (RFC 9162 §2.1.3.2). */
export function isIncluded({ leaf, index, size, proof }: Inclusion, root: Buffer): boolean {
  if (index < 0 || index >= size) return false
  let hash = leaf
  let [place, last] = [index, size - 1]
  for (const beside of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = hashNode(beside, hash)
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)]
    } else {
      hash = hashNode(hash, beside)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && hash.equals(root)
}

const half = (number: number) => Math.floor(number / 2)

function largestPowerBelow(number: number): number {
  return 2 ** Math.floor(Math.log2(number - 1))
}
