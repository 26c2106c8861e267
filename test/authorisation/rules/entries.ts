/** A holder's own entries and evidence: theirs alone, and how their answers changed. */
import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'
import { dayFields } from './day-fields.ts'

const entry = ({ entry }: WorldRecord) => ({ id: entry })
const evidence = ({ evidence }: WorldRecord) => ({ id: evidence })
const about = ({ entry }: WorldRecord) => ({ about: entry })
const ofEntry: RouteRule = { may: ['owner'], params: entry }
const ofEvidence: RouteRule = { may: ['owner'], params: evidence }
const ofAbout: RouteRule = { may: ['owner'], params: about }
const volunteering = () => ({
  ...{ title: 'Drove people to the clinic', organisation: 'A charity', private: 'no' },
  ...dayFields('from', -90),
})

export const entriesRules: RouteRules = {
  'GET /passport/assess/:section/:level/changes': {
    may: ['signed-in'],
    params: () => ({ section: '3.9', level: 'entry' }),
    of: ['holder'],
  },
  'GET /passport/entries': { may: ['signed-in'] },
  'GET /passport/entries/add': { may: ['signed-in'] },
  'GET /passport/entries/add/:kind': {
    may: ['signed-in'],
    params: () => ({ kind: 'training' }),
    of: ['holder'],
  },
  'POST /passport/entries/add/:kind': {
    may: ['signed-in'],
    params: () => ({ kind: 'volunteering' }),
    body: () => ({ id: randomUUID(), ...volunteering() }),
    of: ['holder'],
  },
  'GET /passport/entries/:id': ofEntry,
  'GET /passport/entries/:id/change': ofEntry,
  'POST /passport/entries/:id/change': {
    ...ofEntry,
    body: () => ({ version: '1', ...volunteering() }),
  },
  'GET /passport/entries/:id/counts': ofEntry,
  'POST /passport/entries/:id/counts': { ...ofEntry, body: ({ codes }) => ({ codes }) },
  'GET /passport/entries/:id/take-out': ofEntry,
  'POST /passport/entries/:id/take-out': ofEntry,
  'GET /passport/evidence/for/:about': ofAbout,
  'GET /passport/evidence/for/:about/note': ofAbout,
  'POST /passport/evidence/for/:about/note': {
    ...ofAbout,
    body: () => ({ id: randomUUID(), did: 'I taught a carer to use the lift.' }),
  },
  'GET /passport/evidence/for/:about/file': ofAbout,
  // Without a file it is asked for: files are sent in src/passports/evidence/evidence-routes.test.ts.
  'POST /passport/evidence/for/:about/file': {
    ...ofAbout,
    body: () => ({ id: randomUUID(), words: 'My certificate' }),
    gives: 422,
  },
  'GET /passport/evidence/:id/file': ofEvidence,
  'GET /passport/evidence/:id/take-out': ofEvidence,
  'POST /passport/evidence/:id/take-out': ofEvidence,
}
