/** Editions while they are written: for stewards, and for whoever was asked to write. */
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const draft = ({ draft }: WorldRecord) => ({ draft })
const writer: RouteRule = { may: ['steward', 'owner'], params: draft }
const head = () => ({
  ...{ revision: '0', title: 'Four pillars', summary: 'Four.', steward: 'Lanyard' },
  notice: 'Not published or endorsed by NHS England, a professional body or an employer.',
})
const domain = () => '?of=domain/1'

export const draftsRules: RouteRules = {
  'GET /drafts': { may: ['steward', 'any-owner'] },
  'GET /drafts/begin': { may: ['steward'] },
  'POST /drafts/begin': {
    may: ['steward'],
    body: (_, actor) => ({
      from: 'ahp-support-worker/2026',
      version: `next-${actor.toLowerCase()}`,
    }),
    of: ['holder'],
  },
  'GET /drafts/:draft': writer,
  'GET /drafts/:draft/list': { ...writer, query: domain },
  'GET /drafts/:draft/thing': { ...writer, query: domain },
  // Read in no state that it ever had: shown with what stands there, and nothing is written.
  'POST /drafts/:draft/thing': { ...writer, query: () => '?of=edition', body: head, gives: 422 },
  'GET /drafts/:draft/add': { ...writer, query: () => '?to=glossary' },
  'POST /drafts/:draft/add': {
    ...writer,
    query: () => '?to=glossary',
    body: (_, actor) => ({ term: `Word of ${actor}`, meaning: 'What it means here.' }),
  },
  'POST /drafts/:draft/move': { ...writer, body: () => ({ of: 'domain/1', at: '0', way: 'down' }) },
  'GET /drafts/:draft/take-out': { ...writer, query: domain },
  'POST /drafts/:draft/take-out': { ...writer, query: () => '?of=glossary/nothing-here' },
  'GET /drafts/:draft/renumber': { ...writer, query: () => '?of=section/1.1' },
  'POST /drafts/:draft/renumber': {
    ...writer,
    query: () => '?of=section/1.1',
    body: () => ({ to: 'nowhere' }),
    gives: 422,
  },
  'GET /drafts/:draft/history': { ...writer, query: domain },
  // Nothing is changed yet that could be put back: src/frameworks/authoring/drafts-routes.test.ts.
  'POST /drafts/:draft/put-back': {
    may: ['nobody'],
    params: draft,
    body: () => ({ of: 'domain/1', number: '1' }),
  },
  // No act of any draft: src/frameworks/authoring/drafts-routes.test.ts undoes real ones.
  'POST /drafts/:draft/undo': {
    may: ['nobody'],
    params: draft,
    body: () => ({ number: '999999999' }),
  },
}
