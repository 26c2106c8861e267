/** What an organisation works by, what it planned, and what it could adopt. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { readOrganisation } from '../../organisations/read-organisation.ts'
import type { EditionHead } from '../frameworks-store.ts'
import { adoptedFramework as framework } from './adopted-framework.ts'
import { type DecidedAdoption, findAdopting, listAdoptions } from './adoption-store.ts'
import {
  chooseEditionInForce,
  findAdoptionOn,
  inOrder,
  listPlanned,
} from './model/choose-edition-in-force.ts'

export interface AdoptionView {
  readonly slug: string
  readonly name: string
  readonly inForce: EditionHead
  /** Undefined where nobody decided it: it was so from the beginning. */
  readonly adopted?: DecidedAdoption | undefined
  readonly planned: readonly DecidedAdoption[]
  /** Published after the one in force. */
  readonly newer: readonly EditionHead[]
  /** What can be chosen, the latest first: what is published and is not to be withdrawn. */
  readonly choices: readonly EditionHead[]
  /** The latest first. */
  readonly history: readonly DecidedAdoption[]
  readonly headOf: (ref: string) => EditionHead | undefined
}

/** Throws NotFound where there is no such organisation, and where no edition is published. */
export async function readAdoption(
  db: Transaction,
  heads: readonly EditionHead[],
  { slug, today }: { readonly slug: string; readonly today: string },
): Promise<AdoptionView> {
  const [{ name }, adopting, history] = [
    await readOrganisation(db, slug, today),
    await findAdopting(db, { organisation: slug }),
    await listAdoptions(db, { organisation: slug, framework }),
  ]
  const editions = heads.filter(({ ref }) => ref.startsWith(`${framework}/`))
  const addedAt = adopting?.addedAt ?? new Date(0)
  const ref = chooseEditionInForce({ editions, adoptions: history, addedAt, day: today })
  const headOf = (wanted: string) => editions.find((head) => head.ref === wanted)
  const inForce = ref === undefined ? undefined : headOf(ref)
  if (inForce === undefined) throw new NotFound(`no edition of ${framework} is published`)
  const published = inOrder(editions)
  const since = inForce.publishedAt ?? new Date(0)
  return {
    ...{ slug, name, inForce, adopted: findAdoptionOn(history, today), history, headOf },
    planned: listPlanned(history, today),
    newer: published.filter(({ publishedAt }) => publishedAt && publishedAt > since),
    // To go on by the one in force is no new choice: what is planned is taken back by it.
    choices: published
      .filter(({ ref, withdrawal }) => withdrawal === undefined || ref === inForce.ref)
      .toReversed(),
  }
}
