/** One look at a credential from elsewhere: its verdict, and which statements of ours it names. */
import type { JsonObject } from '../../credentials/model/read-credential.ts'
import { isOwnDid } from '../../credentials/own-addresses.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { statementsOf } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { type Bringer, compareSubject, type MadeOutTo } from './model/compare-subject.ts'
import { openBrought } from './model/describe-brought.ts'
import { findNamedStatements, type ReceivedCheck } from './model/received.ts'

export interface Looking {
  readonly site: Site
  readonly shelf: EditionShelf
}

/** Outside any transaction: it may wait for an issuer far away. */
export async function lookAt(
  { site, shelf }: Looking,
  text: string,
  whose: Bringer | MadeOutTo,
): Promise<ReceivedCheck> {
  const { baseUrl } = site.config
  const { outcome, steps, unreadable, summary, document } = await verifyDocument(site, text)
  const frameworks = `${baseUrl}${paths.frameworks()}/`
  const named = await keepKnown(shelf, findNamedStatements(summary?.statements ?? [], frameworks))
  return {
    ...{ at: site.now(), outcome, steps, unreadable, issuerName: summary?.issuerName, ...named },
    madeOutTo:
      typeof whose === 'string' ? whose : madeOut(document ?? openBrought(text), baseUrl, whose),
  }
}

function madeOut(document: JsonObject | undefined, baseUrl: string, bringer: Bringer): MadeOutTo {
  if (document === undefined) return 'nobody-named'
  const { issuer } = document
  const did = typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer
  const issuedHere = typeof did === 'string' && isOwnDid(baseUrl, did)
  return compareSubject({ document, issuedHere }, bringer)
}

/** Anybody can write an address of ours: only statements that are there count. */
async function keepKnown(
  shelf: EditionShelf,
  { edition, codes }: ReturnType<typeof findNamedStatements>,
): Promise<Pick<ReceivedCheck, 'edition' | 'codes'>> {
  const stored = edition === undefined ? undefined : await shelf.get(edition).catch(unlessNotFound)
  if (stored === undefined) return { edition: undefined, codes: [] }
  const known = new Set(statementsOf(stored.edition).map(({ code }) => code))
  const kept = codes.filter((code) => known.has(code))
  return kept.length === 0
    ? { edition: undefined, codes: [] }
    : { edition: stored.ref, codes: kept }
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}
