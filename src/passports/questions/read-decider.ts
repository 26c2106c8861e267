/** A signing, for somebody who decides about it; not found for everybody else. */
import { findNames } from '../../accounts/accounts-store.ts'
import { hasPermission, type Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { listAnswersFor } from '../../organisations/answers-for-store.ts'
import { findSigningAt, getSigningBy, type IssuedSigning } from '../sign-offs/signings-store.ts'

export interface Decider {
  readonly signing: IssuedSigning
  /** In whose name they act. */
  readonly actedFor: string
  /** An assessor pauses what they signed, and does no more. */
  readonly as: 'issuer' | 'assessor'
}

export async function readDecider(db: Transaction, person: Person, id: string): Promise<Decider> {
  const answersFor = await listAnswersFor(db, person)
  const issued = await findSigningAt(db, { id, organisations: [...answersFor.keys()] })
  if (issued !== undefined && issued.holderId !== person.id) {
    const actedFor = answersFor.get(issued.organisation) ?? issued.organisation
    return { signing: issued, actedFor, as: 'issuer' }
  }
  const signed = await getSigningBy(db, { id, assessorId: person.id })
  const { organisation, holderId } = signed
  if (!hasPermission(person, 'assess', organisation)) throw new NotFound('signs no more')
  const names = await findNames(db, [holderId])
  const signing = { ...signed, holderName: names.get(holderId) ?? 'Somebody' }
  return { signing, actedFor: organisation, as: 'assessor' }
}

/** Throws NotFound for whoever does not issue. */
export async function readIssuer(db: Transaction, person: Person, id: string): Promise<Decider> {
  const decider = await readDecider(db, person, id)
  if (decider.as !== 'issuer') throw new NotFound(`not an issuer of ${id}`)
  return decider
}
