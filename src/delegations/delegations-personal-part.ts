/** What delegations keep about a person: what they were asked, and what they asked of others. */
import type { Person } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import type { Transaction } from '../database/database.ts'
import type {
  PersonalPart,
  RecordSection,
  Remains,
  RetentionRule,
  Whose,
} from '../personal-record.ts'
import * as store from './delegations-record-store.ts'
import { insertStep, listDelegationsBy, listDelegationsTo, listSteps } from './delegations-store.ts'
import type { Delegation } from './model/delegation.ts'
import { isOver, stateOf } from './model/state-of-delegation.ts'
import { listOpenings, setOpeningEnded } from './openings-store.ts'
import {
  arrangementWords,
  consentWords,
  stepWords,
  supervisionWords,
} from './pages/delegation-words.ts'

export const delegationsPart: PersonalPart = {
  feature: 'delegations',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [
      ...(await workerSections(db, whose)),
      ...(await delegatorSections(db, whose)),
      ...(await sharedSections(db, whose)),
    ],
  }),
  remainsFor,
  closeFor: endAll,
  eraseFor: store.eraseDelegations,
}

export const delegationsRetention: readonly RetentionRule[] = [
  { kind: 'delegation', end: store.endDelegations },
  { kind: 'delegation-not-taken', end: store.endDelegationsNotTaken },
  { kind: 'delegation-code', end: store.endDelegationCodes },
  { kind: 'local-task', end: store.endLocalTasks },
]

const words = {
  supervision: supervisionWords,
  consent: consentWords,
  arrangement: arrangementWords,
}

async function workerSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'delegations-asked',
      title: 'Tasks that you were asked to take on',
      about: 'A registered professional asked. What came of it stands in the next list.',
      kind: 'delegation',
      tables: ['delegation'],
      labels: {
        title: 'Task',
        organisationName: 'Asked for',
        words: 'What to do',
        supervision: 'Supervision',
        consent: 'Consent of the person',
        because: 'Because',
        arrangement: 'Employers',
        employerAgreedOn: 'Their employer agreed on',
        startsOn: 'From',
        reviewOn: 'First review',
        at: 'Asked on',
      },
      words,
      records: await store.listAllAsked(db, whose),
    },
    {
      key: 'delegation-standings',
      title: 'What you showed for these tasks',
      about: 'You showed it by saying yes: what was signed on the statements of each task.',
      kind: 'delegation',
      tables: ['delegation_standing'],
      labels: { title: 'Task', at: 'Shown on' },
      records: await store.listAllStandings(db, whose),
    },
    {
      key: 'delegation-codes',
      title: 'Codes that let a registrant ask',
      about: 'Made by a worker, for one registered professional of another employer.',
      kind: 'delegation-code',
      tables: ['delegation_opening'],
      labels: {
        yours: 'Made by you',
        madeAt: 'Made',
        expiresAt: 'Works until',
        openedAt: 'Used',
        endedAt: 'Ended',
      },
      records: await store.listAllOpenings(db, whose),
    },
  ]
}

async function delegatorSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'delegations-given',
      title: 'Tasks that you delegated',
      about: 'You decided. Whom you asked is theirs.',
      kind: 'delegation',
      tables: ['delegation'],
      labels: {
        title: 'Task',
        organisationName: 'For',
        words: 'What to do',
        supervision: 'Supervision',
        startsOn: 'From',
        reviewOn: 'First review',
        at: 'Asked on',
      },
      words,
      records: await store.listAllGiven(db, whose),
    },
    {
      key: 'local-tasks',
      title: 'Tasks that you added for your organisation',
      about: 'You entered these. The organisation offers them until their day.',
      kind: 'local-task',
      tables: ['delegation_addon'],
      labels: {
        title: 'Task',
        about: 'What it is',
        organisationName: 'For',
        madeAt: 'Added',
        endsOn: 'Until',
        takenOutAt: 'Taken out',
      },
      records: await store.listAllLocalTasks(db, whose),
    },
  ]
}

async function sharedSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'delegation-steps',
      title: 'What happened with these tasks',
      about:
        'What you did, and what happened to what was asked of you. A reason is for the two alone.',
      kind: 'delegation',
      tables: ['delegation_step', 'delegation_reason'],
      labels: {
        title: 'Task',
        kind: 'What',
        byYou: 'By you',
        why: 'Why',
        day: 'New day',
        at: 'On',
      },
      words: { kind: stepWords },
      records: await store.listAllSteps(db, whose),
    },
    {
      key: 'delegation-handovers',
      title: 'Tasks handed over',
      about: 'From you, to you, or by you as a manager.',
      kind: 'delegation',
      tables: ['delegation_handover'],
      labels: { toYou: 'To you', at: 'Asked', outcome: 'What came of it', answeredAt: 'Answered' },
      words: { outcome: { taken: 'Taken over', 'not-taken': 'Not taken over' } },
      records: await store.listAllHandovers(db, whose),
    },
  ]
}

async function remainsFor(db: Transaction, whose: Whose): Promise<Remains[]> {
  const taken = await store.countTaken(db, whose)
  return taken.map(({ organisationName: by, count }) => ({
    what: `${count === 1 ? '1 delegated task' : `${count} delegated tasks`}, without your name`,
    by,
    kind: 'delegation',
  }))
}

const endings = {
  refused: 'delegation.answered',
  'given-back': 'delegation.given-back',
  withdrawn: 'delegation.withdrawn',
} as const

/** Whoever closes their account does no task and delegates none; nobody is told why. */
async function endAll(db: Transaction, person: Person): Promise<void> {
  const [asked, given] = [
    await listDelegationsTo(db, { workerId: person.id }),
    await listDelegationsBy(db, { delegatorId: person.id }),
  ]
  const steps = await listSteps(db, { delegationIds: [...asked, ...given].map(({ id }) => id) })
  const state = (one: Delegation) => stateOf(one, steps.get(one.id) ?? [], one.startsOn)
  const end = async ({ id: delegationId, worker }: Delegation, kind: keyof typeof endings) => {
    await insertStep(db, { delegationId, kind, byId: person.id })
    const details = { about: worker.id }
    await recordEvent(db, person, endings[kind], `delegation:${delegationId}`, details)
  }
  for (const one of asked.filter((one) => !isOver(state(one)))) {
    await end(one, state(one) === 'asked' ? 'refused' : 'given-back')
  }
  for (const one of given.filter((one) => !isOver(state(one)))) await end(one, 'withdrawn')
  for (const { id, endedAt } of await listOpenings(db, { workerId: person.id })) {
    if (endedAt === undefined) await setOpeningEnded(db, { id, workerId: person.id })
  }
}
