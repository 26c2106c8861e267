/** The edition that passports are kept on now. */
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import { chooseEdition } from './model/choose-edition.ts'

const framework = 'ahp-support-worker'

/** Throws NotFound where no edition is published yet. */
export async function currentEdition(shelf: EditionShelf): Promise<StoredEdition> {
  const ref = chooseEdition(await shelf.list(), framework)
  if (ref === undefined) throw new NotFound(`no edition of ${framework} is published`)
  return shelf.get(ref)
}
