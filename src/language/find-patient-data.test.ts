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
    ['943\u00a0476\u00a05919', ['nhs-number']],
    ['Mr. Khan, 3/4/1941', ['date-of-birth']],
    ['Miss May, 3/4/1941', ['date-of-birth']],
    ['Mr. Évans, 3/4/1941', ['date-of-birth']],
    ['Mrs. O’Brien, 3/4/1941', ['date-of-birth']],
    ['Łukasz Nowak, 3/4/1941', ['date-of-birth']],
    ['Sia\u0302n Rees, 3/4/1941', ['date-of-birth']],
    ['Anna-May Lee, 3/4/1941', ['date-of-birth']],
    ['3/4/1941 is in the notes given by Mary Lee', ['date-of-birth']],
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
    'On Monday 3/4/2027',
    'Monday Supervision on 3/4/2027',
    'A skill I was born with, to be looked at on 3/4/2027',
    'Mary Thornbury asked for a talk on hoists and on slings: 3/4/2027',
    '3/4/2027 is the day on which the talk on hoists was asked for by Mary Lee',
    '',
  ])('is not found in “%s”', (text) => {
    expect(codesIn(text)).toEqual([])
  })

  it.each(['94347659190', '943476591', '4347659190', 'not a number', ''])(
    'does not take “%s” for a number',
    (written) => {
      expect(isHealthNumber(written)).toBe(false)
    },
  )

  it('is found where the caller says that it stands, and its message asks', () => {
    const found = findPatientData('Mr Lee 3/4/1941, 943 476 5919', 'setting')
    expect(found.map(({ at }) => at)).toEqual(['setting', 'setting'])
    expect(found[0]?.message).toMatch(/NHS number/)
    expect(found[1]?.message).toMatch(/date of birth/)
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
