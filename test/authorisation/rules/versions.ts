/** What differs between editions, and what became of each statement. */
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'

const edition = { slug: 'ahp-support-worker', version: '2026', from: '2021-consultation-draft' }
const inEdition: RouteRule = { may: ['anybody'], params: () => edition, of: ['holder'] }
const params = ({ draft }: WorldRecord) => ({ draft })
/** Stewards, and whoever was asked to write. */
const reader: RouteRule = { may: ['steward', 'owner'], params }
/** The draft here has no statements: src/frameworks/versions/versions-routes.test.ts. */
const oneStatement: RouteRule = {
  may: ['nobody'],
  params: ({ draft }) => ({ draft, code: '7.1-entry' }),
}

export const versionsRules: RouteRules = {
  'GET /frameworks/:slug/:version/changes/:from': inEdition,
  'GET /frameworks/:slug/:version/changes/:from/word': inEdition,
  // None is published here: as above.
  'GET /frameworks/:slug/:version/succession/:from': { ...inEdition, gives: 404 },
  'GET /drafts/:draft/changes': reader,
  'GET /drafts/:draft/changes/word': reader,
  'GET /drafts/:draft/succession': reader,
  // In a list of none there is nothing to accept.
  'POST /drafts/:draft/succession/unchanged': {
    ...{ may: ['steward'], params, gives: 409 },
    body: () => ({ seen: 'nothing' }),
  },
  'POST /drafts/:draft/succession/reconfirm-by': {
    ...{ may: ['steward'], params },
    body: () => ({
      ...{ 'reconfirm-by-day': '31', 'reconfirm-by-month': '12' },
      'reconfirm-by-year': String(new Date().getUTCFullYear() + 1),
    }),
  },
  'GET /drafts/:draft/succession/statements/:code': oneStatement,
  'POST /drafts/:draft/succession/statements/:code': {
    ...oneStatement,
    body: () => ({ fate: 'retired', reason: 'Gone.', seen: '0' }),
  },
}
