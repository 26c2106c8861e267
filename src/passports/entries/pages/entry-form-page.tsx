import type { Finding } from '../../../finding.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, type DayParts } from '../../../ui/day-question.tsx'
import { Details } from '../../../ui/details.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { EntryKind } from '../../model/entry.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { DayField, Question } from '../model/entry-questions.ts'
import { EntryQuestion } from './entry-question.tsx'

interface EntryFormPageProps extends OwnPageProps {
  readonly kind: EntryKind
  /** Of an entry that is there already. */
  readonly id?: string | undefined
  readonly questions: readonly Question[]
  readonly catalogue: Catalogue
  readonly entered: {
    readonly texts: Readonly<Record<string, string>>
    readonly days: Readonly<Partial<Record<DayField, DayParts>>>
    readonly private: boolean
    readonly findings: readonly Finding[]
  }
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly same?: boolean | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

const titles: Readonly<Record<EntryKind, string>> = {
  training: 'Training',
  qualification: 'A qualification',
  apprenticeship: 'An apprenticeship',
  employment: 'A job',
  volunteering: 'Volunteering',
  placement: 'A placement',
  'supporting-learners': 'Supporting learners',
  'lived-experience': 'Lived and caring experience',
}

export function EntryFormPage(props: EntryFormPageProps) {
  const { account, demo, kind, id, questions, entered, same } = props
  const errors = atFirstPart(props.errors, ['from', 'to', 'validUntil'])
  const title = titles[kind]
  const asked = { entered, errors: props.errors }
  const back =
    id === undefined
      ? { href: paths.addEntry(), text: 'What do you want to add?' }
      : { href: paths.ownEntry(id), text: 'Back to the entry' }
  return (
    <OwnLayout {...{ account, demo, errors, title, back }}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{id === undefined ? 'Add to my passport' : 'Change'}</span>
        {title}
      </h1>
      {kind === 'lived-experience' && <AboutLived />}
      {id !== undefined && faultOf(errors, 'overtaken') && <Overtaken id={id} />}
      <OwnForm action={props.action} csrfToken={account.csrfToken}>
        {Object.entries(props.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {questions
          .filter(({ asks }) => asks !== 'words')
          .filter(() => kind !== 'lived-experience')
          .map((question) => (
            <EntryQuestion key={question.field} {...{ question, ...asked }} />
          ))}
        <Prompts {...{ kind, questions, ...asked }} />
        {kind === 'lived-experience' &&
          questions
            .filter(({ asks }) => asks !== 'words')
            .map((question) => <EntryQuestion key={question.field} {...{ question, ...asked }} />)}
        {kind === 'lived-experience' ? (
          <ConfirmNobodyTold findings={entered.findings} />
        ) : (
          <ConfirmNoPatient findings={entered.findings} />
        )}
        <WhoMaySee kept={entered.private} />
        {same && <IsAnother />}
        <Button text={id === undefined ? 'Save' : 'Save the change'} />
      </OwnForm>
      <Sources kind={kind} catalogue={props.catalogue} />
    </OwnLayout>
  )
}

function AboutLived() {
  return (
    <>
      <p>
        Looking after a parent, raising a child, or coming through something yourself teaches you a
        lot. It counts towards section 1.2, Experience.
      </p>
      <WarningCallout heading={{ text: 'Write about you, not about them', level: 2 }}>
        <p>
          Say what <strong>you</strong> learned. Do not say who you cared for, or what they live
          with. You never have to explain it to anybody.
        </p>
      </WarningCallout>
    </>
  )
}

function Overtaken({ id }: { readonly id: string }) {
  return (
    <InsetText id="overtaken">
      <p>
        You changed this entry somewhere else, perhaps in another tab.{' '}
        <a href={paths.ownEntry(id)}>Look at what is kept now</a>. What you entered here is not
        saved yet.
      </p>
    </InsetText>
  )
}

function Prompts({
  kind,
  questions,
  ...asked
}: Pick<EntryFormPageProps, 'kind' | 'questions' | 'entered' | 'errors'>) {
  const prompts = questions.filter(({ asks }) => asks === 'words')
  if (prompts.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">In your words</h2>
      <p>
        {prompts.length === 1 ? '' : 'Answer one, two or all three. '}A sentence or two is enough.
        {kind === 'lived-experience' ? '' : ` ${noPatients}`}
      </p>
      {prompts.map((question) => (
        <EntryQuestion key={question.field} {...{ question, ...asked }} />
      ))}
    </>
  )
}

/** Asked only when the words look as if they tell who was cared for, or what they live with. */
function ConfirmNobodyTold({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <Checkboxes
      name="no-patient"
      idPrefix="no-patient"
      fieldset={{ legend: { text: 'Does this say who you cared for?', size: 's' } }}
      hint="Change your words, or tick the box and save again."
      items={[
        {
          value: 'yes',
          text: 'I have checked. My words do not say who anybody is, or what they live with.',
        },
      ]}
    />
  )
}

function WhoMaySee({ kept }: { readonly kept: boolean }) {
  return (
    <Radios
      name="private"
      fieldset={{ legend: { text: 'Who is this for?', size: 'm' } }}
      hint="Nobody sees it now. You can change this whenever you like."
      value={kept ? 'yes' : 'no'}
      items={[
        { value: 'yes', text: 'Only me', hint: 'It is never offered when you share.' },
        { value: 'no', text: 'Me, and those I choose to show it to' },
      ]}
    />
  )
}

function IsAnother() {
  return (
    <Checkboxes
      name="again"
      idPrefix="again"
      fieldset={{ legend: { text: 'Is this another one?', size: 's' } }}
      errorMessage="An entry of this name and day is in your passport already."
      items={[{ value: 'yes', text: 'Yes, keep both' }]}
    />
  )
}

function Sources({ kind, catalogue }: Pick<EntryFormPageProps, 'kind' | 'catalogue'>) {
  if (kind === 'training') {
    return (
      <Details summary="Where this list comes from">
        <ul>
          {catalogue.lists.map(({ slug, title, owner, source, checkedOn }) => (
            <li key={slug}>
              {title}, of {owner} (<a href={source}>source</a>). We checked the list of subjects on{' '}
              {dayInWords(checkedOn)}. The words are ours.
            </li>
          ))}
        </ul>
        <p>
          How often a subject is refreshed is for your employer to say, so we do not fill it in.
        </p>
      </Details>
    )
  }
  if (kind !== 'apprenticeship') return null
  const { source, checkedOn } = catalogue.apprenticeships
  return (
    <Details summary="Where this list comes from">
      <p>
        The references are of apprenticeship standards in England (<a href={source}>source</a>). We
        checked them on {dayInWords(checkedOn)}. For Scotland, Wales or Northern Ireland, choose
        “Another one”.
      </p>
    </Details>
  )
}
