import { randomUUID } from 'node:crypto'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'
import { dayFields } from './day-fields.ts'

const slug = ({ organisation }: WorldRecord) => ({ slug: organisation })
const person = (record: WorldRecord) => ({ ...slug(record), person: record.personId })
const job = (record: WorldRecord) => ({ ...person(record), job: record.job })
const ofJob: RouteRule = { may: ['manager'], params: job }
const ofPerson: RouteRule = { may: ['manager'], params: person }
const registration = (record: WorldRecord) => ({
  ...slug(record),
  ...{ person: record.assessorId, registration: record.assessorsRegistration },
})

export const membershipsRules: RouteRules = {
  'GET /team': { may: ['signed-in'] },
  'GET /orgs/:slug/people': { may: ['manager'], params: slug },
  'GET /orgs/:slug/people/:person': ofPerson,
  'GET /orgs/:slug/people/:person/jobs/add': ofPerson,
  'POST /orgs/:slug/people/:person/jobs/add': {
    ...ofPerson,
    body: () => ({ 'job-title': 'Second job', ...dayFields('from') }),
  },
  'GET /orgs/:slug/people/:person/jobs/:job': ofJob,
  'POST /orgs/:slug/people/:person/jobs/:job': {
    ...ofJob,
    body: () => ({ 'job-title': 'Another title' }),
  },
  'GET /orgs/:slug/people/:person/jobs/:job/end': ofJob,
  'POST /orgs/:slug/people/:person/jobs/:job/end': {
    ...ofJob,
    body: () => dayFields('last-day', 9),
  },
  'POST /orgs/:slug/people/:person/jobs/:job/continue': {
    may: ['manager'],
    params: (record) => ({ ...person(record), job: record.endedJob }),
  },
  'GET /orgs/:slug/people/:person/identity': ofPerson,
  'POST /orgs/:slug/people/:person/identity': {
    ...ofPerson,
    body: () => ({ id: randomUUID(), how: 'known-to-employer', ...dayFields('on', -1) }),
  },
  'GET /orgs/:slug/people/:person/permissions': ofPerson,
  'POST /orgs/:slug/people/:person/permissions': {
    ...ofPerson,
    body: () => ({ permission: 'assess', months: '12' }),
  },
  'POST /orgs/:slug/people/:person/permissions/:grant/end': {
    may: ['manager'],
    params: (record) => ({ ...person(record), grant: record.grant }),
  },
  'GET /orgs/:slug/people/reviews': { may: ['manager'], params: slug },
  'POST /orgs/:slug/people/reviews/:grant/keep': {
    may: ['manager'],
    params: (record) => ({ ...slug(record), grant: record.grant }),
  },
  'POST /orgs/:slug/people/reviews/:grant/end': {
    may: ['manager'],
    params: (record) => ({ ...slug(record), grant: record.grant }),
  },
  'POST /orgs/:slug/people/reviews/give-back': {
    may: ['manager'],
    params: slug,
    body: ({ personId }) => ({ person: personId, permission: 'delegate' }),
  },
  'GET /account/jobs': { may: ['signed-in'] },
  'GET /account/jobs/:job/leave': { may: ['owner'], params: ({ job }) => ({ job }) },
  'POST /account/jobs/:job/leave': {
    may: ['owner'],
    params: ({ job }) => ({ job }),
    body: () => dayFields('last-day', 9),
  },
  'GET /account/registration': { may: ['signed-in'] },
  'POST /account/registration': {
    may: ['signed-in'],
    body: () => ({ profession: 'hcpc:dietetics', number: 'DT123456' }),
    of: ['holder'],
  },
  'POST /account/registration/:id/end': {
    may: ['owner'],
    params: ({ registration }) => ({ id: registration }),
  },
  'GET /orgs/:slug/people/registrations': { may: ['manager', 'issuer'], params: slug },
  'GET /orgs/:slug/people/:person/registrations/:registration': {
    may: ['manager', 'issuer'],
    params: registration,
  },
  'POST /orgs/:slug/people/:person/registrations/:registration': {
    may: ['manager', 'issuer'],
    params: registration,
    body: () => ({ id: randomUUID(), outcome: 'on-register', ...dayFields('on', -1) }),
  },
}
