import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'
import { dayFields } from './day-fields.ts'

const slug = ({ organisation }: WorldRecord) => ({ slug: organisation })
const site = ({ organisation, site }: WorldRecord) => ({ slug: organisation, id: site })
const team = ({ organisation, team }: WorldRecord) => ({ slug: organisation, id: team })
const proposal = ({ organisation, proposal }: WorldRecord) => ({ slug: organisation, proposal })
const stewards: RouteRule = { may: ['steward'], params: slug }
const managers: RouteRule = { may: ['manager'], params: slug }
const known = { register: 'ods', number: 'DEMO-RM1', domain: '', note: '' }
const wanted = {
  ...{ name: 'A place that is new here', kind: 'charity', nation: 'england', sector: 'voluntary' },
}

export const organisationsRules: RouteRules = {
  'GET /orgs': { may: ['anybody'] },
  'GET /orgs/:slug': { may: ['anybody'], params: slug },
  'GET /orgs/add': { may: ['signed-in'] },
  'POST /orgs/add': { may: ['signed-in'], body: () => ({ ...wanted, ...known }), of: ['holder'] },
  'GET /orgs/:slug/ask-to-be-verified': managers,
  'POST /orgs/:slug/ask-to-be-verified': { ...managers, body: () => known },
  'GET /stewards/organisation-requests/:request': {
    may: ['steward'],
    params: ({ organisationRequest }) => ({ request: organisationRequest }),
  },
  'POST /stewards/organisation-requests/:request': {
    may: ['steward'],
    params: ({ organisationRequest }) => ({ request: organisationRequest }),
    body: () => ({ reason: 'It is there already.' }),
  },
  'GET /orgs/:slug/teams': managers,
  'GET /orgs/:slug/sites/:id': { may: ['manager'], params: site },
  'POST /orgs/:slug/sites/:id': {
    may: ['manager'],
    params: site,
    body: () => ({ name: 'Another name of it', address: '' }),
  },
  'GET /orgs/:slug/teams/:id': { may: ['manager'], params: team },
  'POST /orgs/:slug/teams/:id': {
    may: ['manager'],
    params: team,
    body: ({ site }) => ({ name: 'Another name of it', site }),
  },
  'GET /stewards/organisations': { may: ['steward'] },
  'GET /stewards/organisations/:slug': stewards,
  'GET /stewards/organisations/add': {
    may: ['steward'],
    query: ({ organisationRequest }) => `?request=${organisationRequest}`,
  },
  'POST /stewards/organisations/add': {
    may: ['steward'],
    body: ({ organisationRequest }) => ({ ...wanted, request: organisationRequest }),
  },
  'GET /stewards/organisations/:slug/propose': stewards,
  'POST /stewards/organisations/:slug/propose': {
    ...stewards,
    body: () => ({
      ...{ ...known, evidence: 'register-entry', seen: 'yes' },
      ...dayFields('check-again', 100),
    }),
  },
  'GET /stewards/organisations/:slug/proposals/:proposal': { may: ['steward'], params: proposal },
  // Who proposed it can take it back, and another answers it.
  'POST /stewards/organisations/:slug/proposals/:proposal': {
    may: ['steward'],
    params: proposal,
    body: (_, actor) => ({
      outcome: actor === 'steward' ? 'taken-back' : 'confirmed',
      ...{ reason: '', seen: 'yes' },
    }),
  },
  'GET /stewards/organisations/:slug/withdraw': stewards,
  'POST /stewards/organisations/:slug/withdraw': {
    ...stewards,
    body: () => ({ ...dayFields('from'), reason: 'It was another.', understood: 'yes' }),
  },
  'GET /stewards/organisations/:slug/record/:event': {
    may: ['steward'],
    params: (record) => ({ ...slug(record), event: 'closed' }),
  },
  'POST /stewards/organisations/:slug/record/:event': {
    may: ['steward'],
    params: (record) => ({ ...slug(record), event: 'renamed' }),
    body: () => ({ ...dayFields('on'), source: 'A notice', name: 'Another trust' }),
  },
  'GET /stewards/organisations/:slug/areas': stewards,
  'POST /stewards/organisations/:slug/areas': {
    ...stewards,
    body: () => ({ ...dayFields('on'), area: 'merrowfell-and-ostlewick', leaves: 'yes' }),
  },
}
