/** What supervision and appraisal keep about a person. A worker's record is theirs; a supervisor's is what they did. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import type { Transaction } from '../../database/database.ts'
import type { PersonalPart, RecordSection, Remains, Whose } from '../../personal-record.ts'
import * as appraisals from '../appraisal/appraisal-record-store.ts'
import { planKindWords, planStateWords } from '../appraisal/model/appraisal.ts'
import { stateWords } from './pages/supervision-words.ts'
import { listSupervisings, setSupervisingEnded } from './supervising-store.ts'
import * as store from './supervision-record-store.ts'

export const supervisionPart: PersonalPart = {
  feature: 'supervision',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [
      ...(await sessionSections(db, whose)),
      ...(await wordSections(db, whose)),
      ...(await appraisalSections(db, whose)),
    ],
  }),
  remainsFor,
  closeFor: endAll,
  eraseFor: store.eraseSupervision,
}

const kind = 'supervision'
const parts = { worker: 'You were supervised', supervisor: 'You supervised' }
const doers = { worker: 'The worker', supervisor: 'The supervisor', both: 'Both' }

async function sessionSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      ...{ key: 'supervisions', kind, tables: ['supervising'] },
      title: 'Supervision, had and given',
      about:
        'Who supervised you. Of those you supervised, without who they are: that is their record.',
      labels: {
        part: 'Your part',
        supervisorName: 'Supervisor',
        organisationName: 'At',
        askedAt: 'Asked',
        beganOn: 'From',
        endedOn: 'Until',
        showsEarlier: 'A new supervisor reads the earlier notes',
      },
      words: { part: parts },
      records: await store.listAllSupervisings(db, whose),
    },
    {
      ...{ key: 'supervision-sessions', kind, tables: ['supervision_session'] },
      title: 'When you met for supervision',
      about: 'Days and lengths. Both of you confirm them.',
      labels: {
        part: 'Your part',
        plannedOn: 'Planned for',
        happenedOn: 'Took place',
        minutes: 'Minutes',
        workerConfirmedAt: 'Confirmed by the worker',
        supervisorConfirmedAt: 'Confirmed by the supervisor',
      },
      words: { part: parts },
      records: await store.listAllSessions(db, whose),
    },
    {
      ...{ key: 'supervision-agendas', kind, tables: ['supervision_agenda'] },
      title: 'What you wanted to talk about in supervision',
      about: 'Of your own supervision also what your supervisor put there.',
      labels: { words: 'About', own: 'From you', at: 'On' },
      records: await store.listAllAgendas(db, whose),
    },
  ]
}

async function wordSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'supervision-notes',
      kind,
      tables: ['supervision_note', 'supervision_correction'],
      title: 'Notes of supervision',
      about: 'Each save, and corrections. Of your own supervision also what your supervisor wrote.',
      labels: { words: 'Note', own: 'Written by you', at: 'On' },
      records: await store.listAllSupervisionNotes(db, whose),
    },
    {
      key: 'supervision-reflections',
      kind: 'own-words',
      tables: ['supervision_reflection'],
      title: 'Your private reflections on supervision',
      about: 'You wrote these, and nobody else can open them here.',
      labels: { words: 'Reflection', at: 'On' },
      records: await store.listAllReflections(db, whose),
    },
    {
      key: 'supervision-actions',
      kind,
      tables: ['supervision_action', 'supervision_action_version'],
      title: 'What you agreed on in supervision',
      about: 'Each change is kept, the oldest first.',
      labels: { words: 'What', doer: 'Who', dueOn: 'By', state: 'How it goes', at: 'On' },
      words: { doer: doers, state: stateWords },
      records: await store.listAllAgreedActions(db, whose),
    },
  ]
}

async function appraisalSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      ...{ key: 'appraisals', kind, tables: ['appraisal'] },
      title: 'Appraisals',
      about: 'Your own, and those you held with others, without who they are.',
      labels: {
        part: 'Your part',
        at: 'Begun',
        sharedAt: 'Preparation shown',
        meetingOn: 'Met',
        agreedOn: 'Plan agreed',
        reviewOn: 'To be looked at again',
      },
      words: { part: { worker: 'Your own', supervisor: 'With somebody you supervised' } },
      records: await appraisals.listAllAppraisals(db, whose),
    },
    {
      ...{ key: 'appraisal-words', kind, tables: ['appraisal_words'] },
      title: 'What was written in appraisals',
      about: 'Each save. Of your own appraisals also what your supervisor wrote of the meeting.',
      labels: { part: 'Part', own: 'Written by you', answers: 'What it says', at: 'On' },
      words: { part: { preparation: 'Preparation', meeting: 'Meeting' } },
      records: await appraisals.listAllAppraisalWords(db, whose),
    },
    {
      ...{ key: 'plan-items', kind, tables: ['plan_item'] },
      title: 'Personal development plans',
      about: 'Each change is kept, the oldest first.',
      labels: {
        words: 'What',
        kind: 'Kind',
        helper: 'Who helps',
        byOn: 'By',
        state: 'How it goes',
        at: 'On',
      },
      words: { kind: planKindWords, state: planStateWords },
      records: await appraisals.listAllPlanItems(db, whose),
    },
  ]
}

async function remainsFor(db: Transaction, whose: Whose): Promise<Remains[]> {
  const held = (await store.listAllSessions(db, whose)).filter((one) => one.happenedOn !== null)
  const had = held.filter(({ part }) => part === 'worker').length
  const given = held.length - had
  const count = (number: number) => (number === 1 ? '1 supervision' : `${number} supervisions`)
  return [
    ...(had > 0
      ? [{ what: `the day and length of ${count(had)}, without your name`, by: 'Your supervisors' }]
      : []),
    ...(given > 0
      ? [{ what: `your notes in ${count(given)}, without your name`, by: 'Those you supervised' }]
      : []),
  ].map((one) => ({ ...one, kind }))
}

/** In the transaction of somebody who asks to close: nobody waits for them any more. */
async function endAll(db: Transaction, person: Person): Promise<void> {
  for (const { id, endedOn, workerId } of await listSupervisings(db, { personId: person.id })) {
    if (endedOn !== undefined) continue
    await setSupervisingEnded(db, id)
    await recordEvent(db, person, 'supervision.ended', `supervising:${id}`, { about: workerId })
  }
}
