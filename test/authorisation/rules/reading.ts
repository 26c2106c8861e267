/** Frameworks, guidance and consultations. */
import type { RouteRule, RouteRules } from '../route-rule.ts'

const open: RouteRule = { may: ['anybody'] }
const edition = { slug: 'ahp-support-worker', version: '2026' }
const inEdition = (more: Readonly<Record<string, string>> = {}): RouteRule => ({
  may: ['anybody'],
  params: () => ({ ...edition, ...more }),
  of: ['holder'],
})
const consultation = 'ahp-support-worker-2021'

export const readingRules: RouteRules = {
  'GET /': open,
  'GET /response': open,
  'GET /roles': open,
  'GET /roles/:profession': { may: ['anybody'], params: () => ({ profession: 'dietetics' }) },
  'GET /frameworks': open,
  'GET /frameworks/:slug': { may: ['anybody'], params: () => edition, of: ['holder'], gives: 303 },
  'GET /frameworks/:slug/latest/*': {
    may: ['anybody'],
    params: () => ({ ...edition, '*': 'levels' }),
    of: ['holder'],
    gives: 303,
  },
  'GET /frameworks/:slug/:version': inEdition(),
  'GET /frameworks/:slug/:version/parts/:number': inEdition({ number: '1' }),
  'GET /frameworks/:slug/:version/domains/:number': inEdition({ number: '3' }),
  'GET /frameworks/:slug/:version/sections/:code': inEdition({ code: '3.9' }),
  'GET /frameworks/:slug/:version/statements/:code': {
    may: ['anybody'],
    params: ({ codes }) => ({ ...edition, code: codes[0] ?? '' }),
    of: ['holder'],
  },
  'GET /frameworks/:slug/:version/glossary': inEdition(),
  'GET /frameworks/:slug/:version/levels': inEdition(),
  'GET /frameworks/:slug/:version/statements': inEdition(),
  'GET /consultations': open,
  'GET /consultations/:slug': {
    may: ['anybody'],
    params: () => ({ slug: consultation }),
    of: ['holder'],
  },
  'GET /consultations/:slug/responses/:id': {
    may: ['decider'],
    params: ({ response }) => ({ slug: consultation, id: response }),
    refusedNobody: 404,
  },
  'GET /consultations/:slug/import': {
    may: ['decider'],
    params: () => ({ slug: consultation }),
    of: ['holder'],
    refusedNobody: 404,
  },
  'POST /consultations/:slug/import': {
    may: ['decider'],
    params: () => ({ slug: consultation }),
    body: () => ({ respondent: 'Somebody', text: '' }),
    of: ['holder'],
    gives: 422,
  },
}
