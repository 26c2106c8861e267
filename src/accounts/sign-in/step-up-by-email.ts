/** Somebody signed in shows again that it is them, with a code sent to an address of theirs. */
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import { listAddresses } from './addresses-store.ts'
import { type Asker, type EmailCode, findOpenCode } from './email-codes-store.ts'
import { type EmailAddress, stillReaches } from './model/email-address.ts'
import { emailCodeTries } from './model/email-code.ts'
import { stepUpLetter } from './model/letters.ts'
import { sendCode, spendCode } from './send-code.ts'
import { signInJob } from './sessions-actions.ts'

/** Where a code may be sent to this person today. */
export function listReached({ db, now }: Site, person: Person): Promise<EmailAddress[]> {
  return asActor(db, person, async (db) => {
    const addresses = await listAddresses(db, { personId: person.id })
    return addresses.filter((known) => stillReaches(known, dayOf(now())))
  })
}

/** Throws NotFound for an address that is not the person's own. */
export async function askToStepUp(
  site: Site,
  person: Person,
  { addressId, device }: { readonly addressId: string; readonly device: string },
): Promise<'sent' | 'too-many'> {
  const known = (await listReached(site, person)).find(({ id }) => id === addressId)
  if (known === undefined) throw new NotFound(`address ${addressId}`)
  const request = { asker: askerOf(person), address: known.address, personId: person.id }
  const occasion = { device, at: site.now() }
  const letter = ({ code = '' }) => stepUpLetter({ code, occasion })
  return asActor(site.db, signInJob, (db) => sendCode(db, site, { request, letter }))
}

/** What this session waits for, if it can still be typed. */
export function findStepUpCode(site: Site, person: Person): Promise<EmailCode | undefined> {
  const open = { asker: askerOf(person), now: site.now(), tries: emailCodeTries }
  return asActor(site.db, signInJob, (db) => findOpenCode(db, open))
}

/** For `letOn`. */
export async function showStepUpCode(
  db: Transaction,
  site: Site,
  { person, typed }: { readonly person: Person; readonly typed: string | undefined },
): Promise<'email-code' | undefined> {
  const code = await spendCode(db, site, { asker: askerOf(person), typed })
  return code && 'email-code'
}

function askerOf({ session }: Person): Asker {
  if (session === undefined) throw new NotFound('no session to show anything for')
  return { purpose: 'step-up', sessionId: session.id }
}
