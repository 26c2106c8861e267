/** The things of a draft as people name them. */
import type { Target } from '../../model/amendment.ts'
import { describePlace } from '../../model/describe-place.ts'
import { type Edition, levelOf } from '../../model/framework.ts'
import { levelName } from '../../model/names.ts'

/** Each name is worked out once. What stands there no longer is named by its target. */
export function placeNamer(edition: Edition): (thing: string) => string {
  const known = new Map<string, string>()
  return (thing) => {
    const name = known.get(thing) ?? nameOfPlace(edition, thing)
    known.set(thing, name)
    return name
  }
}

function nameOfPlace(edition: Edition, thing: string): string {
  if (thing === 'edition') return 'The whole draft'
  // Whatever is no target stands nowhere.
  const name = describePlace(edition, thing as Target)?.name
  if (name === undefined) return `${thing} (not there any more)`
  // A section holds several statements of a level: only their own numbers tell them apart.
  return thing.startsWith('statement/') ? name.replace(/^[\d.]+/, numberOf(thing)) : name
}

/** `1.1.4` of `statement/1.1.4-entry`. */
function numberOf(thing: string): string {
  return thing.replace(/^statement\//, '').replace(/-.*$/, '')
}

/** Domains, sections and statements, in reading order, for a list to choose from. */
export function listPlaces(edition: Edition): { readonly thing: string; readonly name: string }[] {
  return edition.domains.flatMap(({ number, title, sections }) => [
    { thing: `domain/${number}`, name: `${number}. ${title}` },
    ...sections.flatMap(({ code, title, statements }) => [
      { thing: `section/${code}`, name: `${code} ${title}` },
      ...statements.map((statement) => {
        const level = levelOf(statement.code)
        const at = level === undefined ? '' : `, ${levelName(edition, level).toLowerCase()}`
        const name = `${numberOf(statement.code)} ${title}${at}`
        return { thing: `statement/${statement.code}`, name }
      }),
    ]),
  ])
}
