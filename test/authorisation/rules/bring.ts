/** What a holder brings is theirs alone, but for an original that they ask somebody to look at. */
import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import { dayFields } from './day-fields.ts'

const received: RouteRule = { may: ['owner'], params: ({ received }) => ({ id: received }) }
const file: RouteRule = { may: ['owner'], params: ({ trainingFile }) => ({ id: trainingFile }) }
const looks: RouteRule = {
  may: ['any-assessor-there', 'issuer'],
  params: ({ original }) => ({ id: original }),
}

export const bringRules: RouteRules = {
  'GET /passport/bring': { may: ['signed-in'] },
  'GET /passport/bring/credential': { may: ['signed-in'] },
  'POST /passport/bring/credential': {
    may: ['signed-in'],
    body: () => ({ pasted: 'not a credential' }),
    of: ['holder'],
    gives: 422,
  },
  'GET /passport/bring/credential/:id': received,
  'GET /passport/bring/credential/:id/file': received,
  'POST /passport/bring/credential/:id/check': received,
  'POST /passport/bring/credential/:id/take-out': received,
  'GET /passport/bring/file': { may: ['signed-in'] },
  'POST /passport/bring/file': {
    may: ['signed-in'],
    body: () => ({ pasted: 'Course,Completed\nFire safety,2026-01-31' }),
    of: ['holder'],
  },
  'GET /passport/bring/file/:id': file,
  'GET /passport/bring/file/:id/columns': file,
  'POST /passport/bring/file/:id/columns': { ...file, body: () => ({ title: '0', from: '1' }) },
  'GET /passport/bring/file/:id/left-out.csv': file,
  'POST /passport/bring/file/:id/import': file,
  'POST /passport/bring/file/:id/cancel': file,
  'GET /passport/bring/certificate': { may: ['signed-in'] },
  'POST /passport/bring/certificate': {
    may: ['signed-in'],
    body: () => ({
      ...{ id: randomUUID(), kind: 'qualification', title: 'A diploma', given: 'A college' },
      ...{ ...dayFields('from', -600), organisation: 'nobody-yet' },
    }),
    of: ['holder'],
  },
  'GET /passport/bring/original/:id': {
    may: ['owner'],
    params: ({ certificate }) => ({ id: certificate }),
  },
  'POST /passport/bring/original/:id': {
    may: ['owner'],
    params: ({ certificate }) => ({ id: certificate }),
    body: ({ organisation }) => ({ organisation }),
  },
  'POST /passport/bring/original/:id/end': {
    may: ['owner'],
    params: ({ original }) => ({ id: original }),
  },
  'GET /team/originals': { may: ['any-assessor', 'any-issuer'] },
  'GET /team/originals/:id': { ...looks, shows: ['name'] },
  'POST /team/originals/:id': {
    ...looks,
    body: () => ({ outcome: 'not-seen', reason: 'Bring the paper on Monday.' }),
  },
  'POST /team/originals/:id/take-back': {
    may: ['assessor', 'issuer'],
    params: ({ answeredOriginal }) => ({ id: answeredOriginal }),
  },
}
