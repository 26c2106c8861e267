/** What organisations learn of their issuers, through app.ts. */
import type { OrganisationsCallbacks } from '../organisations/organisations-routes.tsx'
import type { Site } from '../web/site.ts'
import { listIssuerKeys } from './issuers-store.ts'
import { organisationDid } from './own-addresses.ts'

export function issuerCallbacks({ db, config }: Site): OrganisationsCallbacks {
  const identifierOf = (slug: string) => organisationDid(config.baseUrl, slug)
  return {
    identifierOf,
    findIdentifier: async (slug) => {
      const keys = await listIssuerKeys(db, slug)
      return keys.length === 0 ? undefined : identifierOf(slug)
    },
  }
}
