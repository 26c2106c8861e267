/** Whoever has an invitation says yes, with an account they have or with a new one; or they say no. */
import { randomUUID } from 'node:crypto'
import { insertAddress } from '../../../accounts/sign-in/addresses-store.ts'
import type { Shown } from '../../../accounts/sign-in/let-in.ts'
import type { AddressKind } from '../../../accounts/sign-in/model/email-address.ts'
import { signInJob } from '../../../accounts/sign-in/sessions-actions.ts'
import type { Job, Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict } from '../../../errors.ts'
import { dayOf } from '../../../language/days.ts'
import { paths } from '../../../paths.ts'
import type { Site } from '../../../web/site.ts'
import { findOffer, type Offer, setDeclined, takeInvitation } from '../joining-store.ts'

const opener: Job = { kind: 'job', name: 'open-invitation' }

/** Looking at an offer changes nothing: links are opened by machines, too. */
export function openOffer(site: Site, secretHash: Buffer): Promise<Offer | undefined> {
  return asActor(site.db, opener, (db) => findOffer(db, { secretHash, now: site.now() }))
}

/** False where it is not open (any more). */
export function acceptOffer(site: Site, person: Person, secretHash: Buffer): Promise<boolean> {
  return asActor(site.db, person, async (db) => {
    const taken = await takeInvitation(db, { secretHash, personId: person.id })
    if (taken === undefined) return false
    await recordEvent(db, person, 'invitation.accepted', `invitation:${taken.id}`, {
      ...{ organisation: taken.organisation, about: person.id, membership: taken.membershipId },
    })
    return true
  })
}

export interface Joining {
  readonly secretHash: Buffer
  readonly name: string
  /** Of the address that the letter went to. */
  readonly addressKind: AddressKind | undefined
  readonly sharedComputer: boolean
}

/**
 * As `signInJob`, in the transaction that opens the session: the account, its job and its address
 * are made together. Whoever has the letter's link has shown that the address is theirs.
 */
export async function joinWithNewAccount(
  db: Transaction,
  site: Site,
  { secretHash, name, addressKind, sharedComputer }: Joining,
): Promise<Shown | undefined> {
  const now = site.now()
  const offer = await findOfferAs(db, secretHash, now)
  if (offer === undefined) return undefined
  const personId = randomUUID()
  const taken = await takeInvitation(db, { secretHash, personId, newName: name })
  if (taken === undefined) return undefined
  if (offer.email !== undefined && addressKind !== undefined) {
    const address = { id: randomUUID(), personId, address: offer.email, kind: addressKind, now }
    if (!(await insertAddress(db, address, dayOf(now)))) throw addressTaken()
  }
  await recordEvent(db, signInJob, 'account.made', `person:${personId}`, { about: personId })
  await recordEvent(db, signInJob, 'invitation.accepted', `invitation:${taken.id}`, {
    ...{ organisation: taken.organisation, about: personId, membership: taken.membershipId },
  })
  const proof = offer.way === 'email' ? 'email-code' : 'printed-code'
  return { personId, proof, sharedComputer, next: paths.joined(), address: offer.email }
}

async function findOfferAs(
  db: Transaction,
  secretHash: Buffer,
  now: Date,
): Promise<Offer | undefined> {
  const offer = await findOffer(db, { secretHash, now })
  if (offer?.hasAccount) throw addressTaken()
  return offer
}

function addressTaken(): Conflict {
  return new Conflict(
    'There is an account with this e-mail address already. Sign in with it, then say yes.',
  )
}

/** False where it was over before. */
export function declineOffer(site: Site, secretHash: Buffer): Promise<boolean> {
  return asActor(site.db, opener, async (db) => {
    const declined = await setDeclined(db, { secretHash, at: site.now() })
    if (declined === undefined) return false
    const { id, organisation } = declined
    await recordEvent(db, opener, 'invitation.declined', `invitation:${id}`, { organisation })
    return true
  })
}
