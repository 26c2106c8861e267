import type { Site } from '../web/site.ts'
import { listIssuerKeys } from './issuers-store.ts'
import { organisationDid } from './own-addresses.ts'

/** The did:web of an organisation; undefined until it has keys. */
export async function findIssuerDid(
  { db, config }: Pick<Site, 'db' | 'config'>,
  slug: string,
): Promise<string | undefined> {
  const keys = await listIssuerKeys(db, slug)
  return keys.length === 0 ? undefined : organisationDid(config.baseUrl, slug)
}
