import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPatientData, isHealthNumber } from './find-patient-data.ts'

const codesIn = (text: string) => findPatientData(text, 'note').map(({ code }) => code)

describe('patient data in free text', () => {
  it.each([
    ['Saw 943 476 5919 today', ['nhs-number']],
    ['9434765919', ['nhs-number']],
    ['943-476-5919.', ['nhs-number']],
    ['Mrs Khan, 3/4/1941', ['date-of-birth']],
    ['Mary Thornbury (03.04.41)', ['date-of-birth']],
    ['dob 1941-04-03', ['date-of-birth']],
    ['He was born on 3 April 1941', ['date-of-birth']],
    ['Date of birth: 3rd April 1941', ['date-of-birth']],
    ['Mr Lee 3/4/1941, 943 476 5919', ['nhs-number', 'date-of-birth']],
  ])('is found in “%s”', (text, codes) => {
    expect(codesIn(text)).toEqual(codes)
  })

  it.each([
    'Call the ward on 020 7946 0123',
    '943 476 5918',
    '0000000000',
    'My review is on 3/4/2027',
    'Supervision on 3 April 2027, then again in May',
    'I am still unsure about reporting to the nurse',
    'Ask Farzana Whitlock about hoists',
    '',
  ])('is not found in “%s”', (text) => {
    expect(codesIn(text)).toEqual([])
  })

  it('knows every number with the right check digit, and none with another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }), (digits) => {
        fc.pre(digits.some((digit) => digit !== digits[0]))
        const right = [...Array(10).keys()].filter((check) =>
          isHealthNumber([...digits, check].join('')),
        )
        const sum = digits.reduce((total, digit, place) => total + digit * (10 - place), 0)
        expect(right).toEqual(sum % 11 === 1 ? [] : [(11 - (sum % 11)) % 11])
      }),
    )
  })
})
