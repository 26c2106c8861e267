import { randomUUID } from 'node:crypto'
import * as touched from '../../../src/delegations/touched-store.ts'
import * as adoption from '../../../src/frameworks/adoption/adoption-store.ts'
import * as successions from '../../../src/frameworks/versions/successions-store.ts'
import * as carryOver from '../../../src/passports/carry-over/carry-over-store.ts'
import { type ActorName, members, owners } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'

const framework = 'ahp-support-worker'
const edition = `${framework}/2026`
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.issuer.id : members[actor].id)
const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)

export const adoptionStores: Readonly<Record<string, StoreRules>> = {
  'src/frameworks/adoption/adoption-store.ts': {
    // Which edition an organisation works by is no secret.
    findAdopting: {
      open: async (db, { organisation }) => {
        const found = await adoption.findAdopting(db, { organisation })
        return found?.adoptions ?? []
      },
    },
    listAdoptions: {
      may: ['team'],
      reads: (db, { organisation }) => adoption.listAdoptions(db, { organisation, framework }),
    },
    insertAdoption: {
      may: ['manager'],
      writes: (db, { organisation }, actor) =>
        adoption.insertAdoption(db, {
          ...{ id: randomUUID(), organisation, framework, edition, from: inAYear(), number: 99 },
          ...{ reason: 'As everybody here.', madeBy: idOf(actor) },
          stepUp: { how: 'email-code', at: new Date() },
        }),
    },
    listMadeAdoptions: {
      may: ['team'],
      reads: (db, { owner }) =>
        adoption.listMadeAdoptions(db, { personId: members[owners[owner].manager].id }),
    },
  },
  'src/frameworks/versions/successions-store.ts': {
    // The same for everybody; the world has one edition, which followed none.
    listSuccessions: {
      tried: {
        file: 'src/passports/carry-over/carry-over-routes.test.ts',
        title: 'loses nobody a sign-off: one is confirmed again, one is retired, the rest go on',
      },
    },
    insertSuccession: {
      ...{ may: [], jobs: ['load-content'] },
      writes: (db) =>
        successions.insertSuccession(db, {
          ...{ from: edition, to: `${framework}/2021-consultation-draft`, lines: [] },
          reconfirmBy: inAYear(),
        }),
    },
  },
  'src/passports/carry-over/carry-over-store.ts': {
    // The world has no edition after this one.
    countCarryOverDue: {
      tried: {
        file: 'src/passports/carry-over/carry-over-routes.test.ts',
        title: 'is told of what comes, and the letter of the week counts it',
      },
    },
    // Numbers alone, of everybody.
    countTouched: {
      may: ['steward'],
      reads: async (db) => [...(await carryOver.countTouched(db, { edition }))],
    },
  },
  'src/delegations/touched-store.ts': {
    countDelegationsTouched: {
      may: ['steward'],
      reads: async (db) => [...(await touched.countDelegationsTouched(db, { edition }))],
    },
  },
}
