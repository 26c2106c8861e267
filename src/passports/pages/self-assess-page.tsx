import type { Finding } from '../../finding.ts'
import type { Edition, LevelSlug, Section, Statement } from '../../frameworks/model/framework.ts'
import { levelName } from '../../frameworks/model/names.ts'
import { Example, RequiresLine } from '../../frameworks/pages/statement-parts.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/radios.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { type Answer, answers, answerWords } from '../model/answer.ts'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from './own-layout.tsx'

export interface SelfAssessPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly section: Section
  readonly level: LevelSlug
  readonly statements: readonly Statement[]
  readonly answers: ReadonlyMap<string, Answer>
  readonly note: string
  readonly errors?: readonly FieldFault[] | undefined
  readonly findings?: readonly Finding[] | undefined
}

const hints: Partial<Record<Answer, string>> = {
  'not-yet': 'I would like to learn this',
  'not-now': 'I have chosen to leave this for another time',
  'not-my-role': 'My job does not ask for this',
}

export function SelfAssessPage(props: SelfAssessPageProps) {
  const { edition, section, level, errors, account, demo } = props
  const title = `${section.code} ${section.title}`
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{
        href: paths.selfAssessLevel(level),
        text: `All sections, ${levelName(edition, level).toLowerCase()}`,
      }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Where I stand: {levelName(edition, level)}</span>
        {title}
      </h1>
      {section.about && <p>{section.about}</p>}
      <p>
        <strong>There are no wrong answers.</strong> Only you see them. If you ask a colleague to
        sign something off, they see your answers to what you asked about.
      </p>
      <OwnForm action={paths.selfAssess(section.code, level)} csrfToken={account.csrfToken}>
        {props.statements.map((statement) => (
          <Question key={statement.code} {...props} statement={statement} />
        ))}
        <PrivateNote {...props} />
        <Button text="Save my answers" />
      </OwnForm>
    </OwnLayout>
  )
}

function Question({
  statement,
  answers: chosen,
  errors,
}: SelfAssessPageProps & { readonly statement: Statement }) {
  const { code, text, requires, example } = statement
  const name = `answer-${code}`
  return (
    <div class="lanyard-question">
      <Radios
        name={name}
        idPrefix={name}
        errorMessage={faultOf(errors, name)}
        fieldset={{ legend: { text, size: 's' } }}
        value={chosen.get(code)}
        items={answers.map((answer) => ({
          value: answer,
          text: answerWords[answer],
          hint: hints[answer],
        }))}
      />
      {requires && <RequiresLine requires={requires} />}
      {example && <Example text={example} />}
    </div>
  )
}

function PrivateNote({ note, errors, findings = [] }: SelfAssessPageProps) {
  return (
    <>
      <Textarea
        name="note"
        label={{ text: 'Private note (you can leave this empty)', size: 's' }}
        hint={`Only you can ever see this note. ${noPatients}`}
        errorMessage={faultOf(errors, 'note')}
        rows={4}
        value={note}
        autocomplete="off"
      />
      <ConfirmNoPatient findings={findings} />
    </>
  )
}
