import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { removeWayIn } from '../keep-a-way-in.ts'
import { signInJob } from '../sign-in/sessions-actions.ts'
import { tellOthers } from '../sign-in/tell-others.ts'
import { type ListedPasskey, type PasskeyOutcome, refused } from './model/passkey.ts'
import { type Ceremony, takeChallenge } from './passkey-ceremonies.ts'
import { readAssertion, readRegistration } from './passkeys-forms.ts'
import * as store from './passkeys-store.ts'
import { verifyNewPasskey, verifyPasskey } from './verify-passkey.ts'

/**
 * Whose passkey answered, as `signInJob`, in the transaction of what it is used for. The challenge is
 * spent by any answer. `personId` where it must be a passkey of this person.
 */
export async function usePasskey(
  db: Transaction,
  site: Site,
  ceremony: Ceremony,
  { answer, personId }: { readonly answer: string; readonly personId?: string | undefined },
): Promise<PasskeyOutcome<{ readonly personId: string }>> {
  const given = readAssertion(answer)
  if (given === undefined) return refused('unreadable')
  const purpose = personId === undefined ? 'sign-in' : 'step-up'
  const { challenge } = given
  const asked = await takeChallenge(db, ceremony, { purpose, personId, challenge })
  if (asked === undefined) return refused('expired')
  const held = await store.findPasskeyToUse(db, given.response.id)
  if (held === undefined) return refused('unknown')
  if (personId !== undefined && held.personId !== personId) return refused('refused')
  const used = await verifyPasskey(ceremony.party, held, given)
  if (used.ok) await store.setPasskeyUsed(db, held.id, { ...used.value, at: ceremony.now })
  else if (used.fault === 'copied') await tellOfCopy(db, site, { ...held, ...ceremony })
  return used.ok ? { ok: true, value: { personId: held.personId } } : used
}

async function tellOfCopy(
  db: Transaction,
  site: Site,
  { id, personId, device }: { id: string; personId: string; device: string },
): Promise<void> {
  await recordEvent(db, signInJob, 'passkey.counter-fell', `passkey:${id}`)
  await tellOthers(db, site, { personId, change: 'passkey-copied', device })
}

export async function addPasskey(
  site: Site,
  person: Person,
  ceremony: Ceremony,
  { answer, name }: { readonly answer: string; readonly name: string },
): Promise<PasskeyOutcome<{ readonly id: string }>> {
  const given = readRegistration(answer)
  if (given === undefined) return refused('unreadable')
  const asked = await asActor(site.db, signInJob, (db) =>
    takeChallenge(db, ceremony, {
      purpose: 'add',
      personId: person.id,
      challenge: given.challenge,
    }),
  )
  if (asked?.userHandle === undefined) return refused('expired')
  const made = await verifyNewPasskey(ceremony.party, given)
  if (!made.ok) return made
  const passkey = {
    ...made.value,
    id: randomUUID(),
    personId: person.id,
    userHandle: asked.userHandle,
    name,
    addedAt: ceremony.now,
  }
  return asActor(site.db, person, async (db) => {
    if (!(await store.insertPasskey(db, passkey))) return refused('taken')
    const { stepUp } = person.session ?? {}
    await recordEvent(db, person, 'passkey.added', `passkey:${passkey.id}`, { stepUp })
    await tellOthers(db, site, {
      personId: person.id,
      change: 'passkey-added',
      device: ceremony.device,
    })
    return { ok: true, value: { id: passkey.id } }
  })
}

export function listPasskeys(db: Database, person: Person): Promise<ListedPasskey[]> {
  return asActor(db, person, (db) => store.listPasskeys(db, { personId: person.id }))
}

/** Throws NotFound for a passkey that is not the person's own. */
export async function getPasskey(db: Database, person: Person, id: string): Promise<ListedPasskey> {
  const passkey = (await listPasskeys(db, person)).find((listed) => listed.id === id)
  if (passkey === undefined) throw new NotFound(`passkey ${id}`)
  return passkey
}

/** Throws NotFound for a passkey that is not the person's own. */
export function renamePasskey(
  db: Database,
  person: Person,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const renamed = await store.setPasskeyName(db, { id, personId: person.id }, name)
    if (!renamed) throw new NotFound(`passkey ${id}`)
    await recordEvent(db, person, 'passkey.renamed', `passkey:${id}`)
  })
}

/** Throws NotFound for a passkey that is not the person's own, and Conflict for their last way in. */
export function removePasskey(
  site: Site,
  person: Person,
  { id, device }: { readonly id: string; readonly device: string },
): Promise<void> {
  return removeWayIn(site, person, {
    ...{ kind: 'passkey', id, act: 'passkey.removed', change: 'passkey-removed', device },
    remove: store.removePasskey,
  })
}
