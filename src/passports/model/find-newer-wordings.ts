/** Where an edition of now words a signed statement differently: worth knowing, and no fault. */
import { type Edition, editionRef, statementsOf } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'

export interface SignedStatement {
  readonly code?: string | undefined
  readonly wording?: string | undefined
  readonly address?: string | undefined
}

export interface NewerWording {
  readonly edition: string
  readonly href: string
}

/** By the address of the statement that was signed. */
export function findNewerWordings(
  signed: readonly SignedStatement[],
  { edition, baseUrl }: { readonly edition: Edition; readonly baseUrl: string },
): ReadonlyMap<string, NewerWording> {
  const ref = editionRef(edition)
  const framework = `${baseUrl}${paths.framework(edition.slug)}/`
  const now = new Map(statementsOf(edition).map(({ code, text }) => [code, text]))
  const newer = { edition: `${edition.title}, ${edition.version}` }
  return new Map(
    signed.flatMap(({ code = '', wording, address }) => {
      const text = now.get(code)
      if (address === undefined || text === undefined || text === wording) return []
      if (
        !address.startsWith(framework) ||
        address.startsWith(`${baseUrl}${paths.framework(ref)}/`)
      ) {
        return []
      }
      return [[address, { ...newer, href: paths.statement(ref, code) }]]
    }),
  )
}
