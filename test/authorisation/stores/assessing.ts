import { randomUUID } from 'node:crypto'
import * as rules from '../../../src/passports/assessing/rules-store.ts'
import * as seconds from '../../../src/passports/assessing/seconds-store.ts'
import { type ActorName, members, owners } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'

const idOf = (actor: ActorName) => (actor === 'nobody' ? members.issuer.id : members[actor].id)
const seconded = (title: string) => ({
  tried: { file: 'src/passports/assessing/seconds.test.ts', title },
})
const ruled = (title: string) => ({
  tried: { file: 'src/passports/assessing/rule.test.ts', title },
})
const theOthers = 'is never the first, nor the worker, nor somebody elsewhere or unasked'

export const assessingStores: Readonly<Record<string, StoreRules>> = {
  'src/passports/assessing/rules-store.ts': {
    insertRule: {
      may: ['issuer', 'manager'],
      writes: (db, { organisation }, actor) =>
        rules.insertRule(db, {
          ...{ id: randomUUID(), organisation, version: 2, lines: [], second: 'none' },
          ...{ madeBy: idOf(actor), stepUp: { how: 'email-code', at: new Date() } },
        }),
    },
    listRules: {
      may: ['team'],
      reads: (db, { organisation }) => rules.listRules(db, organisation),
    },
    findRuleFor: {
      may: ['team'],
      reads: (db, { organisation }) => rules.findRuleFor(db, { organisation }),
    },
    listChecked: ruled(
      'reads which statement and why, before and while signing, and signs nothing by it',
    ),
  },
  'src/passports/assessing/seconds-store.ts': {
    insertSecondRequest: seconded(theOthers),
    listSecondRequests: seconded(theOthers),
    listAskedSeconds: seconded(theOthers),
    insertSecondAnswer: seconded(theOthers),
    listAllSeconds: seconded('is in the copy of both, and of nobody else'),
    listGivenSeconds: seconded('is in the copy of both, and of nobody else'),
    listAskedOf: seconded('is in the copy of both, and of nobody else'),
    listMadeRules: {
      may: ['team'],
      reads: (db, { owner }) =>
        seconds.listMadeRules(db, { personId: members[owners[owner].manager].id }),
    },
    eraseAssessing: {
      may: [],
      writes: (db, { personId }) => seconds.eraseAssessing(db, { personId }),
    },
  },
  'src/passports/assessing/hours-store.ts': { listQuarters: ruled('are the managers’ alone') },
}
