/** An overlay carried to a newer edition of the core: what fits, and what a person must place anew. */
import { type Edition, statementsOf } from '../../model/framework.ts'
import type { Succession } from '../../model/succession.ts'
import type { OverlayContent, OverlayPlace } from './overlay.ts'

export interface PlaceAnew {
  /** Code of the overlay's statement, or of the core's that a column speaks of. */
  readonly at: string
  readonly column?: string | undefined
  readonly because: string
}

export interface Fit {
  /** Everything of it, what fits at its new place and the rest where it stood. */
  readonly content: OverlayContent
  readonly fits: number
  readonly anew: readonly PlaceAnew[]
}

interface Editions {
  readonly from: Edition
  readonly to: Edition
  /** From the one to the other, where it was decided. */
  readonly succession?: Succession | undefined
}

export function fitOverlay(overlay: OverlayContent, editions: Editions): Fit {
  const ref = `${editions.to.slug}/${editions.to.version}`
  const anew: PlaceAnew[] = []
  const statements = overlay.statements.map((statement) => {
    const place = placeIn(statement.place, editions)
    if (typeof place === 'string') return { ...statement, place }
    anew.push({ at: statement.code, because: place.because })
    return statement
  })
  const titles = new Map(overlay.columns.map(({ slug, title }) => [slug, title]))
  const cells = overlay.cells.map((cell) => {
    const place = placeIn(`statement/${cell.statement}`, editions)
    if (typeof place === 'string') return { ...cell, statement: place.slice('statement/'.length) }
    anew.push({ at: cell.statement, column: titles.get(cell.column), because: place.because })
    return cell
  })
  const fits = statements.length + cells.length - anew.length
  return { content: { ...overlay, edition: ref, statements, cells }, fits, anew }
}

type Placed = OverlayPlace | { readonly because: string }

function placeIn(place: OverlayPlace, editions: Editions): Placed {
  const code = place.slice(place.indexOf('/') + 1)
  return place.startsWith('section/') ? sectionIn(code, editions) : statementIn(code, editions)
}

function statementIn(code: string, { from, to, succession }: Editions): Placed {
  const line = succession?.lines.find((line) => line.from === code)
  const [next = ''] = line?.to ?? []
  switch (line?.fate) {
    case 'unchanged':
    case 'reworded':
    case 'moved':
      return `statement/${next}`
    case 'meaning-changed':
      return { because: `${code} means something else in the newer edition` }
    case 'split':
      return { because: `${code} became ${line.to.join(' and ')}` }
    case 'merged':
      return { because: `${code} was merged with others into ${next}` }
    case 'retired':
      return { because: `${code} was retired` }
    case undefined:
      return sameCapability(code, from, to)
        ? `statement/${code}`
        : { because: `${code} is not in the newer edition, or is another capability there` }
  }
}

/** Where nobody has decided what became of it: the same code for the same capability. */
function sameCapability(code: string, from: Edition, to: Edition): boolean {
  const [one, other] = [from, to].map((edition) =>
    statementsOf(edition).find((statement) => statement.code === code),
  )
  return one !== undefined && other?.capability === one.capability
}

function sectionIn(code: string, { from, to, succession }: Editions): Placed {
  const [one, other] = [from, to].map(({ domains }) =>
    domains.flatMap(({ sections }) => sections).find((section) => section.code === code),
  )
  const stays = succession?.lines.some(
    ({ from, to }) => from.startsWith(code) && to.some((next) => sectionOf(next) === code),
  )
  const same = other !== undefined && (one?.title === other.title || stays === true)
  return same ? `section/${code}` : { because: `Section ${code} is not there as it was` }
}

function sectionOf(code: string): string {
  return /^\d+\.\d+/.exec(code)?.[0] ?? code
}
