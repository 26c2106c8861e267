/** Filing what a holder brings, looking at it again, and taking it out. */
import { createHash, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { listAddresses } from '../../accounts/sign-in/addresses-store.ts'
import type { Actor, Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { findHolderDid } from '../../credentials/credentials-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { lockPassport } from '../passports-store.ts'
import { type Looking, lookAt } from './look-at-credential.ts'
import type { Bringer } from './model/compare-subject.ts'
import { describeBrought, openBrought } from './model/describe-brought.ts'
import type { BroughtDocument } from './model/find-credentials.ts'
import { type Received, type ReceivedCheck, standingOf } from './model/received.ts'
import {
  countReceived,
  findReceivedByMark,
  getReceived,
  insertReceived,
  insertReceivedCheck,
  removeReceived,
  setLookedAt,
} from './received-store.ts'

/** More than a working life brings; each may be looked at every night. */
const mostReceived = 200

export type Filed = { readonly ids: readonly string[]; readonly filed: number } | 'too-many'

/** Whoever brings it, as far as a credential could name them. */
export async function readBringer(
  db: Transaction,
  person: Person,
  today: string,
): Promise<Bringer> {
  const addresses = await listAddresses(db, { personId: person.id })
  return {
    name: person.name,
    emails: addresses
      .filter(({ endsOn }) => endsOn === undefined || endsOn >= today)
      .map(({ address }) => address.toLowerCase()),
    key: await findHolderDid(db, person.id),
  }
}

/** The same again is filed once: its id is given as if it had been filed now. */
export async function fileCredentials(
  looking: Looking,
  person: Person,
  documents: readonly BroughtDocument[],
): Promise<Filed> {
  const { site } = looking
  const holderId = person.id
  const today = dayOf(site.now())
  const bringer = await asActor(site.db, person, (db) => readBringer(db, person, today))
  const looked: (BroughtDocument & { readonly check: ReceivedCheck })[] = []
  for (const one of documents) {
    looked.push({ ...one, check: await lookAt(looking, one.text, bringer) })
  }
  return asActor(site.db, person, async (db) => {
    await lockPassport(db, holderId)
    const room = mostReceived - (await countReceived(db, { holderId }))
    if (looked.length > room) return 'too-many'
    const ids: string[] = []
    let filed = 0
    for (const one of looked) {
      const { id, isNew } = await file(db, person, one)
      ids.push(id)
      if (isNew) filed += 1
    }
    return { ids: [...new Set(ids)], filed }
  })
}

async function file(
  db: Transaction,
  person: Person,
  { form, text, identity, check }: BroughtDocument & { readonly check: ReceivedCheck },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const [id, holderId] = [randomUUID(), person.id]
  const fingerprint = createHash('sha256').update(identity).digest()
  const described = describeBrought(openBrought(text))
  const filing = { ...{ id, holderId, fingerprint, form, document: text }, ...described }
  if (!(await insertReceived(db, { ...filing, lookedAt: check.at }))) {
    const known = await findReceivedByMark(db, { holderId, fingerprint })
    if (known === undefined) throw new Error('it is there and was not found')
    return { id: known, isNew: false }
  }
  await insertReceivedCheck(db, { id: randomUUID(), receivedId: id, holderId, check })
  await recordEvent(db, person, 'received.filed', `received:${id}`, {
    standing: standingOf({ check }),
  })
  return { id, isNew: true }
}

/** By its holder: they may have another address now, so that whose it is is asked anew. */
export async function lookAgain(looking: Looking, person: Person, id: string): Promise<void> {
  const { site } = looking
  const holderId = person.id
  const today = dayOf(site.now())
  const { received, bringer } = await asActor(site.db, person, async (db) => ({
    received: await getReceived(db, { id, holderId }),
    bringer: await readBringer(db, person, today),
  }))
  const check = await lookAt(looking, received.document, bringer)
  await asActor(site.db, person, (db) => keepLook(db, person, { received, holderId, check }))
}

/** A look that finds the same as the one before leaves only its time. */
export async function keepLook(
  db: Transaction,
  actor: Actor,
  {
    received,
    holderId,
    check,
  }: {
    readonly received: Received
    readonly holderId: string
    readonly check: ReceivedCheck
  },
): Promise<void> {
  const { id } = received
  const isThere = await setLookedAt(db, { id, holderId, at: check.at })
  if (!isThere || isSameLook(received.check, check)) return
  await insertReceivedCheck(db, { id: randomUUID(), receivedId: id, holderId, check })
  await recordEvent(db, actor, 'received.changed', `received:${id}`, {
    ...{ about: holderId, was: standingOf(received), standing: standingOf({ check }) },
  })
}

function isSameLook({ at: _, ...before }: ReceivedCheck, { at: __, ...now }: ReceivedCheck) {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(before)), JSON.parse(JSON.stringify(now)))
}

/** Taking it out twice is taking it out once, for its holder; somebody else's is not found. */
export function takeOutReceived(db: Database, person: Person, id: string): Promise<void> {
  return asActor(db, person, async (db) => {
    if (!(await removeReceived(db, { id, holderId: person.id }))) {
      throw new NotFound(`received credential ${id}`)
    }
    await recordEvent(db, person, 'received.taken-out', `received:${id}`)
  })
}
