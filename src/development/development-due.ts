/** What of somebody's development has a day: goals, supervision, appraisals and plans. */
import type { DueDate, DueDates } from '../due-date.ts'
import { paths } from '../paths.ts'
import { listAppraisals } from './appraisal/appraisal-store.ts'
import type { Appraisal } from './appraisal/model/appraisal.ts'
import { countDevelopmentDue, type DevelopmentKind } from './due-store.ts'
import { listGoals } from './goals/goals-store.ts'
import { type Goal, isOpenGoal } from './goals/model/goal.ts'
import type { Session } from './supervision/model/session.ts'
import { listSessions } from './supervision/sessions-store.ts'

const kinds: Readonly<Record<DevelopmentKind, readonly [one: string, several: string]>> = {
  goal: ['goal to look at again', 'goals to look at again'],
  supervision: ['supervision meeting', 'supervision meetings'],
  appraisal: ['appraisal meeting', 'appraisal meetings'],
  plan: ['development plan to look at again', 'development plans to look at again'],
}

export const developmentDue: DueDates = {
  listOwn: async (db, { personId, from }) => {
    const [goals, sessions, appraisals] = await Promise.all([
      listGoals(db, { holderId: personId }),
      listSessions(db, { personId }),
      listAppraisals(db, { personId }),
    ])
    const dates = [
      ...goals.filter(isOpenGoal).map(dateOfGoal),
      ...sessions.filter(({ open }) => open).map(dateOfSession),
      ...appraisals.filter(({ open }) => open).map(dateOfAppraisal),
    ]
    return dates.flatMap((date) => (date !== undefined && date.on >= from ? [date] : []))
  },
  countDue: async (db, days) =>
    (await countDevelopmentDue(db, days)).map(({ what, ...one }) => ({
      ...one,
      kind: kinds[what],
    })),
}

function dateOfGoal({ id, lookAgainOn: on }: Goal): DueDate | undefined {
  if (on === undefined) return undefined
  return { id: `goal-${id}`, on, words: 'A goal to look at again', path: paths.goal(id) }
}

function dateOfSession({ id, plannedOn: on, happenedOn }: Session): DueDate | undefined {
  if (happenedOn !== undefined) return undefined
  return { id: `supervision-${id}`, on, words: 'Supervision', path: paths.supervisionSession(id) }
}

function dateOfAppraisal({ id, agreedOn, meetingOn, reviewOn }: Appraisal): DueDate | undefined {
  const on = agreedOn === undefined ? meetingOn : reviewOn
  if (on === undefined) return undefined
  const words = agreedOn === undefined ? 'Appraisal' : 'A development plan to look at again'
  return { id: `appraisal-${id}`, on, words, path: paths.appraisal(id) }
}
