/** What complaints keep about a person. */
import type { PersonalPart, RecordSection, RetentionRule } from '../../personal-record.ts'
import { endComplaints, eraseComplaints, listOwnComplaints } from './complaints-store.ts'
import { type Complaint, outcomeWords } from './model/complaint.ts'

export const complaintsPart: PersonalPart = {
  feature: 'complaints',
  withheld: {
    complaint_warning: 'It says only that those who answer were reminded.',
  },
  exportFor: async (db, { personId }) => ({
    sections: [sectionOf(await listOwnComplaints(db, { complainantId: personId }))],
  }),
  remainsFor: async (db, { personId }) => {
    const own = await listOwnComplaints(db, { complainantId: personId })
    return own.filter(isOpen).map(({ reference, organisationName }) => ({
      what: `Your complaint ${reference}, which is not answered yet`,
      by: organisationName ?? 'Whoever runs this service',
      kind: 'complaint',
    }))
  },
  eraseFor: eraseComplaints,
}

export const complaintsRetention: readonly RetentionRule[] = [
  { kind: 'complaint', end: endComplaints },
]

function isOpen({ steps }: Complaint): boolean {
  return steps.every(({ kind }) => kind !== 'answered')
}

function sectionOf(complaints: readonly Complaint[]): RecordSection {
  return {
    key: 'complaints',
    title: 'Complaints you sent',
    about: 'You wrote them. What became of each is by whoever answered it.',
    kind: 'complaint',
    tables: ['complaint', 'complaint_step'],
    labels: {
      reference: 'Reference',
      receivedAt: 'Sent',
      organisationName: 'About',
      whatHappened: 'What happened',
      putRight: 'What would put it right',
      replyTo: 'Answer to',
      steps: 'What became of it',
    },
    records: complaints.map(({ steps, complainantId: _, ...complaint }) => ({
      ...complaint,
      steps: steps.map(({ outcome, ...step }) => ({
        ...step,
        ...(outcome === undefined ? {} : { outcome: outcomeWords[outcome] }),
      })),
    })),
  }
}
