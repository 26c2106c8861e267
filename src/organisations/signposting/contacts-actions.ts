/** What a manager keeps of where to turn in their organisation. */
import { hasPermission, type Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { getEmployer } from '../memberships/people-store.ts'
import { insertContact, setContact, setContactRemoved } from './contacts-store.ts'
import type { ContactDraft } from './model/contact.ts'

interface Written {
  readonly id: string
  readonly organisation: string
  readonly draft: ContactDraft
}

/** Throws NotFound for whoever does not manage people there. */
export function requireKeeper(person: Person, organisation: string): void {
  if (!hasPermission(person, 'manage-team', organisation)) {
    throw new NotFound(`contacts of ${organisation}`)
  }
}

/** Sent twice, it is added once. */
export function addContact({ db }: Site, person: Person, contact: Written): Promise<void> {
  const { id, organisation } = contact
  requireKeeper(person, organisation)
  return asActor(db, person, async (db) => {
    const { mayIssue } = await getEmployer(db, organisation)
    if (!mayIssue) throw new Conflict('Your organisation is not verified yet')
    if (!(await insertContact(db, contact))) return
    await recordEvent(db, person, 'contact.added', `contact:${id}`, { organisation })
  })
}

export function changeContact({ db }: Site, person: Person, contact: Written): Promise<void> {
  const { id, organisation } = contact
  requireKeeper(person, organisation)
  return asActor(db, person, async (db) => {
    if (!(await setContact(db, contact))) throw new NotFound(`contact ${id}`)
    await recordEvent(db, person, 'contact.changed', `contact:${id}`, { organisation })
  })
}

/** Pressed twice, it is removed once. */
export function removeContact(
  { db, now }: Site,
  person: Person,
  { id, organisation }: Omit<Written, 'draft'>,
): Promise<void> {
  requireKeeper(person, organisation)
  return asActor(db, person, async (db) => {
    if (!(await setContactRemoved(db, { id, organisation, at: now() }))) return
    await recordEvent(db, person, 'contact.removed', `contact:${id}`, { organisation })
  })
}
