import type { Colleague } from '../../../accounts/model/account.ts'
import { describeRegistration } from '../../../accounts/model/describe-registration.ts'
import type { Finding } from '../../../finding.ts'
import type { Edition, LevelSlug, Section, Statement } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { mayNotWords } from '../../assessing/pages/may-not-words.ts'
import type { OfferedEvidence } from '../../evidence-shown/model/offer-evidence.ts'
import { EvidenceChoices } from '../../evidence-shown/pages/evidence-choices.tsx'
import type { SelfAnswers } from '../../model/answer.ts'
import { answerWords } from '../../model/answer.ts'
import { mostAsked } from '../../model/sign-off-request.ts'
import { StatementChoices } from './statement-choices.tsx'

export interface AskPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly section: Section
  readonly level: LevelSlug
  readonly statements: readonly Statement[]
  readonly answers: SelfAnswers
  readonly colleagues: readonly (Colleague & {
    readonly key: string
    /** Codes that their organisation's rule leaves to others. */
    readonly mayNot: readonly string[]
  })[]
  /** How many more sign off where the worker works, and may sign none of this. */
  readonly left: number
  readonly offered: OfferedEvidence
  readonly entered: {
    readonly colleagues: readonly string[]
    readonly codes: readonly string[]
    readonly evidence: readonly string[]
    readonly message: string
    readonly findings: readonly Finding[]
  }
  readonly errors?: readonly FieldFault[] | undefined
}

export function AskPage(props: AskPageProps) {
  const { edition, section, level, errors, account, demo, colleagues } = props
  const title = 'Ask for sign-off'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.passport(level), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {section.code} {section.title}, {levelName(edition, level).toLowerCase()}
        </span>
        {title}
      </h1>
      {colleagues.length === 0 ? <NobodyToAsk left={props.left} /> : <AskForm {...props} />}
    </OwnLayout>
  )
}

function NobodyToAsk({ left }: Pick<AskPageProps, 'left'>) {
  return (
    <>
      {left > 0 && (
        <p>
          Colleagues sign off where you work, and by its rule none of them may sign this section.
        </p>
      )}
      <p>
        Nobody where you work is set up to sign off yet. Ask your manager who should be, or talk
        about it in supervision.
      </p>
      <p>Your own answers are safe and stay in your passport.</p>
    </>
  )
}

/** Why somebody may be missing, and where the rule stands. */
function WhoMay({ colleagues, left }: AskPageProps) {
  const places = new Map(colleagues.map((one) => [one.organisation, one.organisationName]))
  return (
    <p>
      {left > 0 &&
        `${left === 1 ? '1 colleague who signs' : `${left} colleagues who sign`} off may not sign this section, so they do not stand here. `}
      {[...places].map(([slug, name]) => (
        <a key={slug} href={paths.assessing(slug)}>
          Who may sign this off at {name}
        </a>
      ))}
    </p>
  )
}

function AskForm(props: AskPageProps) {
  const { section, level, statements, answers, colleagues, entered, errors, account } = props
  return (
    <>
      <p>
        Choose somebody who has seen you at work. They see the statements below, your own answers to
        them, your message and the evidence that you tick. They never see your private notes.
      </p>
      <OwnForm action={paths.askForSignOff(section.code, level)} csrfToken={account.csrfToken}>
        <input type="hidden" name="edition" value={props.edition.version} />
        <Checkboxes
          name="colleague"
          fieldset={{ legend: { text: 'Who do you want to ask?', size: 'm' } }}
          errorMessage={faultOf(errors, 'colleague')}
          hint={
            colleagues.length > 1
              ? `You can ask up to ${mostAsked} at once. One of them is enough: the first to sign answers for all.`
              : undefined
          }
          values={entered.colleagues}
          items={colleagues.map(
            ({ key, name, jobTitle, organisationName, registration, mayNot }) => ({
              value: key,
              text: name,
              hint: `${jobTitle}, ${organisationName}. ${describeRegistration(registration)}${mayNotWords(mayNot)}`,
            }),
          )}
        />
        <WhoMay {...props} />
        <p>
          Are they with you now?{' '}
          <a href={paths.showCode(level, section.code)}>Show them a code instead</a>.
        </p>
        <p>Is the person not here? Ask your manager or learning team who can sign off.</p>
        <StatementChoices
          statements={statements}
          legend="What do you want signed off?"
          hint="Tick what you want signed off."
          chosen={entered.codes}
          errorMessage={faultOf(errors, 'codes')}
          about={(code) => {
            const answer = answers.get(code)?.answer
            return answer === undefined ? 'You: no answer yet' : `You say: ${answerWords[answer]}`
          }}
        />
        <EvidenceChoices offered={props.offered} chosen={entered.evidence} />
        <Textarea
          name="message"
          label={{ text: 'Message (you can leave this empty)', size: 's' }}
          hint={`For example, when they saw you do this. ${noPatients}`}
          errorMessage={faultOf(errors, 'message')}
          rows={3}
          value={entered.message}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Ask for sign-off" />
      </OwnForm>
    </>
  )
}
