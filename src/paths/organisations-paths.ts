import { queryOf } from './query-of.ts'

/** Organisations, who verifies them, memberships, permissions and invitations. */
export const organisationsPaths = {
  // Organisations, and who verifies them.
  organisations: (search: Readonly<Record<string, string | undefined>> = {}) =>
    `/orgs${queryOf(search)}`,
  addOrganisation: () => '/orgs/add',
  organisationTeams: (slug: string) => `/orgs/${slug}/teams`,
  organisationSite: (slug: string, site: string) => `/orgs/${slug}/sites/${site}`,
  organisationTeam: (slug: string, team: string) => `/orgs/${slug}/teams/${team}`,
  askToBeVerified: (slug: string) => `/orgs/${slug}/ask-to-be-verified`,
  stewardsOrganisations: () => '/stewards/organisations',
  stewardsAddOrganisation: (request?: string | undefined) =>
    `/stewards/organisations/add${queryOf({ request })}`,
  stewardsOrganisation: (slug: string) => `/stewards/organisations/${slug}`,
  proposeVerification: (slug: string, request?: string | undefined) =>
    `/stewards/organisations/${slug}/propose${queryOf({ request })}`,
  verificationProposal: (slug: string, proposal: string) =>
    `/stewards/organisations/${slug}/proposals/${proposal}`,
  withdrawVerification: (slug: string) => `/stewards/organisations/${slug}/withdraw`,
  firstManager: (slug: string) => `/stewards/organisations/${slug}/first-manager`,
  makeFirstManager: (slug: string, invitation: string) =>
    `/stewards/organisations/${slug}/first-manager/${invitation}`,
  moveOrganisation: (slug: string) => `/stewards/organisations/${slug}/areas`,
  recordOrganisationEvent: (slug: string, event: string) =>
    `/stewards/organisations/${slug}/record/${event}`,
  organisationRequest: (request: string) => `/stewards/organisation-requests/${request}`,

  // Memberships, permissions and invitations.
  team: () => '/team',
  people: (slug: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    `/orgs/${slug}/people${queryOf(search)}`,
  person: (slug: string, person: string, done?: string | undefined) =>
    `/orgs/${slug}/people/${person}${queryOf({ done })}`,
  addJob: (slug: string, person: string) => `/orgs/${slug}/people/${person}/jobs/add`,
  changeJob: (slug: string, person: string, job: string) =>
    `/orgs/${slug}/people/${person}/jobs/${job}`,
  endJob: (slug: string, person: string, job: string) =>
    `/orgs/${slug}/people/${person}/jobs/${job}/end`,
  continueJob: (slug: string, person: string, job: string) =>
    `/orgs/${slug}/people/${person}/jobs/${job}/continue`,
  givePermission: (slug: string, person: string) => `/orgs/${slug}/people/${person}/permissions`,
  endPermission: (slug: string, person: string, grant: string) =>
    `/orgs/${slug}/people/${person}/permissions/${grant}/end`,
  checkIdentity: (slug: string, person: string) => `/orgs/${slug}/people/${person}/identity`,
  checkRegistration: (slug: string, person: string, registration: string) =>
    `/orgs/${slug}/people/${person}/registrations/${registration}`,
  registrations: (slug: string, done?: string | undefined) =>
    `/orgs/${slug}/people/registrations${queryOf({ done })}`,
  permissionReviews: (slug: string, done?: string | undefined) =>
    `/orgs/${slug}/people/reviews${queryOf({ done })}`,
  reviewPermission: (slug: string, grant: string, decision: 'keep' | 'end') =>
    `/orgs/${slug}/people/reviews/${grant}/${decision}`,
  giveBackPermission: (slug: string) => `/orgs/${slug}/people/reviews/give-back`,
  invite: (slug: string) => `/orgs/${slug}/people/invite`,
  invitations: (slug: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    `/orgs/${slug}/people/invitations${queryOf(search)}`,
  invitation: (slug: string, id: string, done?: string | undefined) =>
    `/orgs/${slug}/people/invitations/${id}${queryOf({ done })}`,
  sendInvitationAgain: (slug: string, id: string) =>
    `/orgs/${slug}/people/invitations/${id}/send-again`,
  cancelInvitation: (slug: string, id: string) => `/orgs/${slug}/people/invitations/${id}/cancel`,
  printInvitation: (slug: string, id: string) => `/orgs/${slug}/people/invitations/${id}/print`,
  handOverInvitation: (slug: string, id: string) =>
    `/orgs/${slug}/people/invitations/${id}/hand-over`,
  inviteMany: (slug: string) => `/orgs/${slug}/people/invite-many`,
  inviteTemplate: (slug: string) => `/orgs/${slug}/people/invite-many/template.csv`,
  inviteBatch: (
    slug: string,
    batch: string,
    search: Readonly<Record<string, string | undefined>> = {},
  ) => `/orgs/${slug}/people/invite-many/${batch}${queryOf(search)}`,
  inviteBatchErrors: (slug: string, batch: string) =>
    `/orgs/${slug}/people/invite-many/${batch}/not-invited.csv`,
  startBatch: (slug: string, batch: string) => `/orgs/${slug}/people/invite-many/${batch}/invite`,
  printBatch: (slug: string, batch: string) => `/orgs/${slug}/people/invite-many/${batch}/print`,
  join: () => '/join',
  joinLink: (token: string) => `/join/by-link/${token}`,
  joinOffer: () => '/join/offer',
  joinAccept: () => '/join/accept',
  joinDecline: () => '/join/decline',
  joined: () => '/join/welcome',
  ownJobs: (done?: string | undefined) => `/account/jobs${queryOf({ done })}`,
  leaveJob: (job: string) => `/account/jobs/${job}/leave`,
  ownRegistration: (done?: string | undefined) => `/account/registration${queryOf({ done })}`,
  endRegistration: (id: string) => `/account/registration/${id}/end`,
}
