import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashLeaf, inclusionProof, isIncluded, rootOf } from './merkle-tree.ts'

const sha = (...parts: readonly Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest()
const leavesOf = (contents: readonly string[]) => contents.map((one) => hashLeaf(Buffer.from(one)))
// No two alike: a leaf that is there twice is rightly shown to be at both places.
const contents = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 70 })
const withPlace = contents.chain((all) =>
  fc.record({ all: fc.constant(all), index: fc.nat(all.length - 1) }),
)

/** The eight inputs of the reference implementation of Certificate Transparency, and their roots. */
const published = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => hashLeaf(Buffer.from(hex, 'hex')))
const publishedRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the root', () => {
  it.each(publishedRoots.map((root, index) => [index + 1, root] as const))(
    'of %i leaves is the one of the reference implementation',
    (size, root) => {
      expect(rootOf(published.slice(0, size)).toString('hex')).toBe(root)
    },
  )

  it('of nothing is the hash of nothing', () => {
    expect(rootOf([])).toEqual(sha())
  })

  it('changes with any leaf', () => {
    fc.assert(
      fc.property(withPlace, fc.string(), ({ all, index }, other) => {
        fc.pre(other !== all[index])
        const changed = all.with(index, other)
        expect(rootOf(leavesOf(changed))).not.toEqual(rootOf(leavesOf(all)))
      }),
    )
  })

  it('changes when leaves are swapped, left out or repeated', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 40 }), (all) => {
        const [first = '', second = '', ...rest] = all
        const root = rootOf(leavesOf(all))
        expect(rootOf(leavesOf([second, first, ...rest]))).not.toEqual(root)
        expect(rootOf(leavesOf(all.slice(1)))).not.toEqual(root)
        expect(rootOf(leavesOf([...all, all.at(-1) ?? '']))).not.toEqual(root)
      }),
    )
  })

  it('is not that of two leaves whose nodes are passed off as leaves', () => {
    const leaves = leavesOf(['a', 'b', 'c', 'd'])
    const pairs = [0, 2].map((at) => Buffer.concat(leaves.slice(at, at + 2)))
    expect(rootOf(pairs.map(hashLeaf))).not.toEqual(rootOf(leaves))
  })
})

describe('a proof', () => {
  it('shows every leaf to be under the root', () => {
    fc.assert(
      fc.property(withPlace, ({ all, index }) => {
        const leaves = leavesOf(all)
        const proof = inclusionProof(leaves, index)
        const shown = { leaf: leaves[index] ?? sha(), index, size: all.length, proof }
        expect(isIncluded(shown, rootOf(leaves))).toBe(true)
      }),
    )
  })

  it('shows no other leaf, no other place and no other root', () => {
    fc.assert(
      fc.property(withPlace, fc.nat(80), fc.string(), ({ all, index }, place, other) => {
        const leaves = leavesOf(all)
        const leaf = leaves[index] ?? sha()
        const proof = inclusionProof(leaves, index)
        const root = rootOf(leaves)
        const size = all.length
        fc.pre(other !== all[index])
        const otherLeaf = hashLeaf(Buffer.from(other))
        expect(isIncluded({ leaf: otherLeaf, index, size, proof }, root)).toBe(false)
        expect(isIncluded({ leaf, index, size, proof }, otherLeaf)).toBe(false)
        if (place !== index) {
          expect(isIncluded({ leaf, index: place, size, proof }, root)).toBe(false)
        }
        expect(isIncluded({ leaf, index, size, proof: [...proof, leaf] }, root)).toBe(false)
      }),
    )
  })
})
