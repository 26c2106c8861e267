/** Delegated tasks that the two look at again. */
import type { DueDates } from '../due-date.ts'
import { paths } from '../paths.ts'
import { countDelegationsDue, listDelegationsBy, listDelegationsTo } from './delegations-store.ts'
import { isOpen } from './model/state-of-delegation.ts'
import { withStates } from './read-own-delegations.ts'

const kind = ['delegated task to look at again', 'delegated tasks to look at again'] as const

export const delegationsDue: DueDates = {
  listOwn: async (db, { personId, from }) => {
    const [asked, given] = await Promise.all([
      listDelegationsTo(db, { workerId: personId }),
      listDelegationsBy(db, { delegatorId: personId }),
    ])
    const [own, theirs] = [await withStates(db, asked, from), await withStates(db, given, from)]
    return [
      ...own.filter(({ gone }) => gone !== 'worker-left'),
      ...theirs.filter(({ gone }) => gone !== 'delegator-left'),
    ]
      .filter(({ state, reviewOn }) => isOpen(state) && reviewOn >= from)
      .map(({ delegation: { id }, reviewOn: on }) => ({
        ...{ id: `delegation-${id}`, on, path: paths.delegation(id) },
        words: 'A delegated task to look at again',
      }))
  },
  countDue: async (db, days) =>
    (await countDelegationsDue(db, days)).map((one) => ({ ...one, kind })),
}
