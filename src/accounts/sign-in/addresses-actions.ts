/** E-mail addresses are the person's: shown to be theirs before they open anything. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import { keepAWayIn } from '../keep-a-way-in.ts'
import { findPersonAt, insertAddress, removeAddress } from './addresses-store.ts'
import { type Asker, type EmailCode, findOpenCode } from './email-codes-store.ts'
import type { AddressKind } from './model/email-address.ts'
import { emailCodeTries } from './model/email-code.ts'
import { addAddressLetter, takenAddressLetter } from './model/letters.ts'
import { sendCode, spendCode } from './send-code.ts'
import { signInJob } from './sessions-actions.ts'
import { tellOthers } from './tell-others.ts'

export interface AddressToAdd {
  readonly address: string
  readonly kind: AddressKind
  /** ISO date. */
  readonly endsOn?: string | undefined
}

/** The answer is the same where somebody has the address already: only its reader is told. */
export function askToAdd(
  site: Site,
  person: Person,
  { device, ...added }: AddressToAdd & { readonly device: string },
): Promise<'sent' | 'too-many'> {
  const at = site.now()
  const occasion = { device, at }
  return asActor(site.db, signInJob, async (db) => {
    const today = dayOf(at)
    const taken = (await findPersonAt(db, { address: added.address, today })) !== undefined
    const letter = ({ code = '' }) =>
      taken ? takenAddressLetter({ occasion }) : addAddressLetter({ code, occasion })
    const request = { ...added, asker: askerOf(person), personId: person.id }
    return sendCode(db, site, { request, letter })
  })
}

export function findAddressToAdd(site: Site, person: Person): Promise<EmailCode | undefined> {
  const open = { asker: askerOf(person), now: site.now(), tries: emailCodeTries }
  return asActor(site.db, signInJob, (db) => findOpenCode(db, open))
}

/** False where the code is wrong, or the address was given to somebody else in the meantime. */
export function addAddress(
  site: Site,
  person: Person,
  { typed, device }: { readonly typed: string | undefined; readonly device: string },
): Promise<boolean> {
  const personId = person.id
  return asActor(site.db, signInJob, async (db) => {
    const code = await spendCode(db, site, { asker: askerOf(person), typed })
    if (code?.kind === undefined) return false
    const { address, kind, endsOn } = code
    const now = site.now()
    const added = { id: randomUUID(), personId, address, kind, endsOn, now }
    if (!(await insertAddress(db, added, dayOf(now)))) return false
    const details = { person: personId, kind, stepUp: person.session?.stepUp }
    await recordEvent(db, signInJob, 'address.added', `address:${added.id}`, details)
    await tellOthers(db, site, { personId, change: 'address-added', device, except: address })
    return true
  })
}

/** Throws NotFound for an address that is not the person's own, and Conflict for the last way in. */
export function takeAddressAway(
  site: Site,
  person: Person,
  { id, device }: { readonly id: string; readonly device: string },
): Promise<void> {
  const personId = person.id
  return asActor(site.db, person, async (db) => {
    // Before it goes, so that it is told too: it may be the thief who takes it away.
    await tellOthers(db, site, { personId, change: 'address-removed', device })
    await keepAWayIn(db, site, personId, async () => {
      const removed = await removeAddress(db, { id, personId })
      if (removed === undefined) throw new NotFound(`address ${id}`)
      const { kind } = removed
      const stepUp = person.session?.stepUp
      await recordEvent(db, person, 'address.removed', `address:${id}`, { kind, stepUp })
    })
  })
}

function askerOf({ session }: Person): Asker {
  if (session === undefined) throw new NotFound('no session to add an address in')
  return { purpose: 'add-address', sessionId: session.id }
}
