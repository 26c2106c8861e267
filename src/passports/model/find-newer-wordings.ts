/** Where an edition of now words a signed statement differently: worth knowing, and no fault. */
import { type Edition, editionRef, statementsOf } from '../../frameworks/model/framework.ts'
import type { Succession } from '../../frameworks/model/succession.ts'
import { paths } from '../../paths.ts'
import { becameOf } from '../carry-over/model/list-what-changed.ts'

export interface SignedStatement {
  readonly code?: string | undefined
  readonly wording?: string | undefined
  readonly address?: string | undefined
}

export interface NewerWording {
  readonly edition: string
  readonly href: string
}

/** By the address of the statement that was signed: what it became, whatever its code is now. */
export function findNewerWordings(
  signed: readonly SignedStatement[],
  {
    edition,
    successions,
    baseUrl,
  }: {
    readonly edition: Edition
    readonly successions: readonly Succession[]
    readonly baseUrl: string
  },
): ReadonlyMap<string, NewerWording> {
  const ref = editionRef(edition)
  const framework = `${baseUrl}${paths.framework(edition.slug)}/`
  const now = new Map(statementsOf(edition).map(({ code, text }) => [code, text]))
  const newer = { edition: `${edition.title}, ${edition.version}` }
  return new Map(
    signed.flatMap(({ code = '', wording, address }) => {
      if (address === undefined || !address.startsWith(framework)) return []
      const [version] = address.slice(framework.length).split('/')
      const from = `${edition.slug}/${version}`
      if (from === ref) return []
      const other = becameOf({ edition: from, code }, ref, successions).find(
        (one) => now.has(one) && now.get(one) !== wording,
      )
      return other ? [[address, { ...newer, href: paths.statement(ref, other) }]] : []
    }),
  )
}
