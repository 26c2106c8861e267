/** The edition that passports are kept on now. */
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import { chooseEdition } from '../frameworks/model/choose-edition.ts'
import {
  findNewerWordings,
  type NewerWording,
  type SignedStatement,
} from './model/find-newer-wordings.ts'

const framework = 'ahp-support-worker'

/** Throws NotFound where no edition is published yet. */
export async function currentEdition(shelf: EditionShelf): Promise<StoredEdition> {
  const ref = chooseEdition(await shelf.list(), framework)
  if (ref === undefined) throw new NotFound(`no edition of ${framework} is published`)
  return shelf.get(ref)
}

/** Of what was signed, that which the edition of now words differently: information, and no fault. */
export async function newerWordings(
  shelf: EditionShelf,
  baseUrl: string,
  signed: readonly SignedStatement[],
): Promise<ReadonlyMap<string, NewerWording>> {
  const { edition } = await currentEdition(shelf)
  return findNewerWordings(signed, { edition, baseUrl })
}

/** The levels and professions that somebody can say they work at. */
export async function offerRoles(shelf: EditionShelf) {
  const { edition } = await currentEdition(shelf)
  return {
    levels: edition.levels.map(({ slug, name }) => ({ value: slug, text: name })),
    professions: edition.roles.map(({ profession, name }) => ({ value: profession, text: name })),
  }
}
