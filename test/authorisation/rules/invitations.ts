/** Inviting people one by one and by file, joining, and the first manager of an organisation. */
import { randomUUID } from 'node:crypto'
import { unmanaged } from '../records-of-invitations.ts'
import type { RouteRule, RouteRules } from '../route-rule.ts'
import type { WorldRecord } from '../world.ts'
import { dayFields } from './day-fields.ts'

const slug = ({ organisation }: WorldRecord) => ({ slug: organisation })
const sent = (record: WorldRecord) => ({ ...slug(record), id: record.invitation })
const printed = (record: WorldRecord) => ({ ...slug(record), id: record.printedInvitation })
const file = (record: WorldRecord) => ({ ...slug(record), batch: record.file })
const managers: RouteRule = { may: ['manager'], params: slug }
const ofSent: RouteRule = { may: ['manager'], params: sent }
const ofPrinted: RouteRule = { may: ['manager'], params: printed }
const ofFile: RouteRule = { may: ['manager'], params: file }
/** Whoever has the link has the invitation. */
const withLink: RouteRule = {
  may: ['anybody'],
  cookie: ({ joinToken }) => `invitation=link:${joinToken}`,
  shows: ['invitee', 'invited-address'],
}
const invitee = { name: 'Somebody New', 'job-title': 'Helper' }
const newAddress = () => `${randomUUID()}@example.org`

export const invitationsRules: RouteRules = {
  'GET /orgs/:slug/people/invite': managers,
  'POST /orgs/:slug/people/invite': {
    ...managers,
    body: () => ({
      ...{ ...invitee, id: randomUUID(), way: 'email', email: newAddress() },
      ...dayFields('from'),
    }),
  },
  'GET /orgs/:slug/people/invitations': { ...managers, query: () => '?show=over' },
  'GET /orgs/:slug/people/invitations/:id': ofSent,
  'POST /orgs/:slug/people/invitations/:id/send-again': ofSent,
  'POST /orgs/:slug/people/invitations/:id/cancel': ofSent,
  'POST /orgs/:slug/people/invitations/:id/print': ofPrinted,
  'POST /orgs/:slug/people/invitations/:id/hand-over': {
    ...ofPrinted,
    body: () => ({ how: 'known-to-employer', ...dayFields('on', -1) }),
  },
  'GET /orgs/:slug/people/invite-many': managers,
  'POST /orgs/:slug/people/invite-many': {
    ...managers,
    body: () => ({ people: `Name,E-mail,Job title\nSomebody New,${newAddress()},Helper` }),
  },
  'GET /orgs/:slug/people/invite-many/template.csv': managers,
  'GET /orgs/:slug/people/invite-many/:batch': ofFile,
  'GET /orgs/:slug/people/invite-many/:batch/not-invited.csv': ofFile,
  'POST /orgs/:slug/people/invite-many/:batch/invite': ofFile,
  'POST /orgs/:slug/people/invite-many/:batch/print': {
    may: ['manager'],
    params: (record) => ({ ...slug(record), batch: record.startedFile }),
  },
  'GET /join': { may: ['anybody'] },
  'POST /join': { may: ['anybody'], body: ({ joinCode }) => ({ 'join-code': joinCode }) },
  'GET /join/by-link/:token': {
    may: ['anybody'],
    params: ({ joinToken }) => ({ token: joinToken }),
  },
  'GET /join/offer': withLink,
  'POST /join/accept': { ...withLink, body: () => ({ name: 'Somebody New', kind: 'personal' }) },
  'POST /join/decline': withLink,
  'GET /join/welcome': { may: ['signed-in'] },
  'GET /stewards/organisations/:slug/first-manager': {
    may: ['steward'],
    params: () => ({ slug: unmanaged }),
    of: ['holder'],
  },
  'POST /stewards/organisations/:slug/first-manager': {
    may: ['steward'],
    params: () => ({ slug: unmanaged }),
    body: () => ({ ...invitee, id: randomUUID(), email: newAddress() }),
    of: ['holder'],
  },
  // The other steward did not invite them.
  'POST /stewards/organisations/:slug/first-manager/:invitation': {
    may: ['first-steward'],
    params: ({ firstInvitation }) => ({ slug: unmanaged, invitation: firstInvitation }),
    body: () => ({ 'shown-by': 'letter', reason: 'Nobody manages people there.' }),
    of: ['holder'],
  },
}
