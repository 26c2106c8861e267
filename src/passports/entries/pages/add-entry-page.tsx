import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type EntryKind, entryKindNames, entryKinds } from '../../model/entry.ts'

const hints: Readonly<Record<EntryKind, string>> = {
  training: 'A course or a session, such as moving and handling, or a Care Certificate standard.',
  qualification: 'A certificate with a level, such as a diploma or Functional Skills.',
  apprenticeship: 'One that you are on, finished, or stopped.',
  employment: 'Any job, also outside health and care.',
  volunteering: 'Work you did and were not paid for.',
  placement: 'A work placement or work experience.',
  'supporting-learners': 'When you helped a student, a colleague or a carer to learn.',
  'lived-experience':
    'What you learned from caring for somebody, or from your own life. Only you see it, unless you choose.',
}

export function AddEntryPage({ account, demo }: OwnPageProps) {
  const title = 'What do you want to add?'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.entries(), text: 'My learning and experience' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Choose one. Each takes a minute or two.</p>
      <ul class="nhsuk-list">
        {entryKinds.map((kind) => (
          <li key={kind} class="nhsuk-u-margin-bottom-4">
            <a href={paths.addEntry(kind)}>{entryKindNames[kind]}</a>
            <br />
            <span class="nhsuk-u-secondary-text-colour">{hints[kind]}</span>
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}
