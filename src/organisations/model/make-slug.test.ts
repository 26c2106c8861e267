import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstFreeSlug, makeSlug } from './make-slug.ts'

describe('the address of an organisation', () => {
  it.each([
    ['Merrowfell Hospitals NHS Trust', 'merrowfell-hospitals-nhs-trust'],
    ['St Édith’s Hospice (Fells & Dale)', 'st-ediths-hospice-fells-dale'],
    ['Add', 'organisation-add'],
    ['照護', 'organisation'],
    ['  -- ', 'organisation'],
  ])('of %s is made of its name', (name, slug) => {
    expect(makeSlug(name)).toBe(slug)
  })

  it('is always one that can stand in an address, and is not one of ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(makeSlug(name)).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)
        expect(makeSlug(name)).not.toBe('add')
      }),
    )
  })

  it('is one that nobody has', () => {
    expect(firstFreeSlug('x', new Set())).toBe('x')
    expect(firstFreeSlug('x', new Set(['x', 'x-2', 'x-y']))).toBe('x-3')
  })
})
