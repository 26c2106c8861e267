import { describe, expect, it } from 'vitest'
import { chooseToAsk } from './choose-to-ask.ts'
import { listNotSigned } from './list-not-signed.ts'
import type { SignOffRequest } from './sign-off-request.ts'
import type { Signing } from './signing.ts'

const at = new Date('2026-11-01T12:00:00Z')
const codes = ['2.2-entry', '2.2.2-entry']

function request(given: Partial<SignOffRequest>): SignOffRequest {
  return {
    ...{ id: 'r', holderId: 'h', holderName: 'H', assessorId: 'a', assessorName: 'A' },
    ...{ organisation: 'o', organisationName: 'O', edition: 'e', section: '2.2', level: 'entry' },
    ...{ codes, at, ...given },
  }
}

function signing(requestId: string, signed: readonly string[]): Signing {
  return {
    ...{ id: 's', requestId, holderId: 'h', assessorId: 'a', organisation: 'o', edition: 'e' },
    ...{ section: '2.2', level: 'entry', at, method: 'observed', assessedOn: '2026-01-01' },
    ...{ setting: 'Ward', credentials: [] },
    shown: { assessor: { name: 'A' }, organisation: 'O', identityCheck: 'not-checked' },
    signOffs: signed.map((code) => ({ id: code, code })),
  }
}

const declined = { outcome: 'declined', reason: 'Not seen', at } as const
const signed = { outcome: 'signed', at } as const

describe('what was not signed this time', () => {
  it.each([
    ['is all of a request that was declined', request({ answer: declined }), [], codes],
    [
      'is the rest of a request that was signed in part',
      request({ answer: signed }),
      [signing('r', ['2.2-entry'])],
      ['2.2.2-entry'],
    ],
    ['is nothing of one that was signed', request({ answer: signed }), [signing('r', codes)], []],
    ['is nothing of one that waits', request({}), [], []],
    [
      'is nothing of one that was taken back',
      request({ answer: { outcome: 'taken-back', at } }),
      [],
      [],
    ],
  ])('%s', (_, asked, signings, expected) => {
    expect(listNotSigned([asked], signings).flatMap(({ codes }) => codes)).toEqual(expected)
  })

  it('goes when the section is asked for again at that level, of whomever', () => {
    const before = request({ answer: declined })
    const after = (given: Partial<SignOffRequest>) =>
      listNotSigned([request({ id: 'later', assessorId: 'b', ...given }), before], []).length
    expect(after({})).toBe(0)
    expect(after({ section: '2.3' })).toBe(1)
    expect(after({ level: 'intermediate' })).toBe(1)
  })
})

describe('what a form to ask with offers', () => {
  const said = (...answers: ('confident' | 'with-support' | 'not-yet' | undefined)[]) =>
    new Map(
      answers.flatMap((answer, index) => {
        const code = codes[index]
        return answer && code ? [[code, { answer, at }] as const] : []
      }),
    )

  it.each([
    ['everything while nothing was answered', said(), codes],
    ['what is done, with confidence or support', said('confident', 'with-support'), codes],
    ['nothing that is not done yet', said('not-yet', 'confident'), ['2.2.2-entry']],
    ['nothing without an answer once one is there', said('confident'), ['2.2-entry']],
    ['nothing where nothing is done', said('not-yet'), []],
  ])('is %s', (_, answers, expected) => {
    expect(chooseToAsk(codes, answers)).toEqual(expected)
  })
})
