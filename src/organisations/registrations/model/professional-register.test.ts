import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRegisters } from '../registers-content.ts'
import { findNumberFault, tidyNumber } from './professional-register.ts'

const registers = readRegisters()

function faultOf(slug: string, profession: string, written: string): string | undefined {
  const register = registers.find((one) => one.slug === slug)
  const found = register?.professions.find((one) => one.slug === profession)
  if (register === undefined || found === undefined) throw new Error('no such register')
  return findNumberFault(register, found, tidyNumber(written))
}

describe('the professional registers', () => {
  it('are those of the four nations that the issue names', () => {
    expect(registers.map(({ slug }) => slug)).toEqual([
      ...['hcpc', 'gosc', 'nmc', 'social-work-england', 'sssc', 'social-care-wales', 'niscc'],
    ])
  })

  it.each([
    ['hcpc', 'occupational-therapy', 'ot 12345'],
    ['hcpc', 'practitioner-psychology', 'PYL1'],
    ['gosc', 'osteopathy', '4321'],
    ['nmc', 'nursing', '12a 3456e'],
    ['social-work-england', 'social-work', 'sw12345'],
    ['sssc', 'care-home', '123 4567'],
    ['social-care-wales', 'care-home', 'w/5012345'],
    ['social-care-wales', 'care-home', '5012345'],
    ['niscc', 'social-care', '6012345'],
  ])('take %s %s %s', (slug, profession, written) => {
    expect(faultOf(slug, profession, written)).toBeUndefined()
  })

  it.each([
    ['hcpc', 'occupational-therapy', 'OT1234567', /up to 6 numbers/],
    ['hcpc', 'occupational-therapy', 'PH12345', /begins with OT/],
    ['hcpc', 'paramedic-practice', '12345', /letters of the profession/],
    ['nmc', 'nursing', '12A3456', /NMC PIN/],
    ['social-work-england', 'social-work', '12345', /SW and numbers/],
    ['gosc', 'osteopathy', 'N/A', /only numbers/],
  ])('ask again for %s %s %s', (slug, profession, written, message) => {
    expect(faultOf(slug, profession, written)).toMatch(message)
  })

  it('take one number written in two ways for one', () => {
    const gap = fc.constantFrom(' ', '-', '.', '')
    fc.assert(
      fc.property(fc.nat(999_999), gap, (number, between) => {
        expect(tidyNumber(`ot${between}${number}${between}`)).toBe(`OT${number}`)
      }),
    )
  })
})
