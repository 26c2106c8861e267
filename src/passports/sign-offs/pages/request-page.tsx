import type { Finding } from '../../../finding.ts'
import type { Statement } from '../../../frameworks/model/framework.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
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
import { Textarea } from '../../../ui/textarea.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { Judged } from '../../assessing/judge-statements.ts'
import { NotYours } from '../../assessing/pages/not-yours.tsx'
import type { Evidence } from '../../evidence/model/evidence.ts'
import { ShownEvidence } from '../../evidence-shown/pages/shown-evidence.tsx'
import type { SelfAnswers } from '../../model/answer.ts'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import { methodChoices, methodNames, methods } from '../../model/signing.ts'
import type { SigningDraft } from '../../model/signing-draft.ts'
import type { FormerSigning } from '../../renewals/renewals-store.ts'
import { AskedStatement } from './asked-statement.tsx'
import { PartsSeen } from './parts-seen.tsx'
import { reviewWords } from './review-words.ts'
import { StatementChoices } from './statement-choices.tsx'

interface EnteredSigning extends SigningDraft {
  readonly findings: readonly Finding[]
}

export interface RequestPageProps extends OwnPageProps {
  readonly request: SignOffRequest
  readonly title: string
  readonly statements: readonly Statement[]
  readonly answers: SelfAnswers
  /** What the worker shows with it. */
  readonly evidence: readonly Evidence[]
  readonly entered: EnteredSigning
  /** Why the organisation can issue nothing now; undefined where it can. */
  readonly cannotSign?: string | undefined
  /** How it stood before, where this is to renew it: then this page signs at once. */
  readonly renewal?: FormerSigning | undefined
  readonly errors?: readonly FieldFault[] | undefined
  /** What the organisation's rule says of the reader, and of these statements. */
  readonly judged: Pick<Judged, 'refused' | 'needSecond'>
}

export function RequestPage(props: RequestPageProps) {
  const { request, title, renewal, account, demo, errors } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['assessed', 'review'])}
      title={`${renewal ? 'Renew' : 'Sign off'}: ${title}`}
      team
      back={{ href: paths.requests(), text: 'Requests for sign-off' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {request.holderName} asks you to {renewal ? 'renew' : 'sign off'}
        </span>
        {title}
      </h1>
      <p>
        Asked on {plainDate(request.at)}, at {request.organisationName}.
      </p>
      {request.together && (
        <p>
          {request.holderName} asked other colleagues too. Whoever signs first answers for all, and
          it goes from the lists of the others.
        </p>
      )}
      {request.message && (
        <>
          <p>{request.holderName} writes:</p>
          <blockquote class="lanyard-words">{request.message}</blockquote>
        </>
      )}
      {renewal && <LastTime renewal={renewal} />}
      <p>
        Sign only what you know. You can sign some statements and leave others. If this is not for
        you, or not yet, <a href={paths.declineRequest(request.id)}>decline kindly</a>.
      </p>
      <ShownEvidence {...{ request }} evidence={props.evidence} />
      {props.cannotSign === undefined ? (
        <SignForm {...props} />
      ) : (
        <WarningCallout heading={{ text: 'You cannot sign off just now', level: 2 }}>
          <p>{props.cannotSign}</p>
          <p>The request waits here for you.</p>
        </WarningCallout>
      )}
    </OwnLayout>
  )
}

function NeedsSecond() {
  return <p class="nhsuk-body-s">Needs a second assessor too, before it counts.</p>
}

function LastTime({ renewal }: { readonly renewal: FormerSigning }) {
  const { signedBy, assessedOn, method, setting } = renewal
  return (
    <InsetText>
      <p>
        Last time: {signedBy}, on {dayInWords(assessedOn)}. {methodNames[method]}. {setting}. Review
        date: {reviewWords(renewal)}. How and where stand below as they were. Change what is
        different now.
      </p>
    </InsetText>
  )
}

function SignForm(props: RequestPageProps) {
  const { request, answers, entered, errors, account, renewal, judged } = props
  const statements = props.statements.filter(({ code }) => !judged.refused.has(code))
  const refused = [...judged.refused.values()]
  if (statements.length === 0) return <NotYours {...{ request, refused }} />
  const action = renewal ? paths.signRequest(request.id) : paths.request(request.id)
  return (
    <OwnForm action={action} csrfToken={account.csrfToken}>
      <NotYours {...{ request, refused }} />
      <StatementChoices
        statements={statements}
        legend="What do you confirm?"
        hint={
          renewal
            ? 'A tick stands where it was signed before. Take it away from what you have not seen again.'
            : `Tick what you have seen. At first a tick stands where ${request.holderName} says that they do it.`
        }
        chosen={entered.codes}
        errorMessage={faultOf(errors, 'codes')}
        about={(code, statement) => (
          <>
            <AskedStatement {...{ statement, request }} answer={answers.get(code)} />
            {judged.needSecond.includes(code) && <NeedsSecond />}
          </>
        )}
        then={(statement) =>
          statement.requires && <PartsSeen {...{ statement, entered, errors }} />
        }
      />
      <Radios
        name="method"
        fieldset={{ legend: { text: 'How do you know?', size: 'm' } }}
        errorMessage={faultOf(errors, 'method')}
        value={entered.method}
        items={methods.map((method) => ({
          value: method,
          text: methodChoices[method],
          hint:
            method === 'testimony'
              ? 'Write in the note below who told you, and when they saw it.'
              : undefined,
        }))}
      />
      <DayQuestion
        field="assessed"
        errorMessage={faultOf(errors, 'assessed')}
        parts={entered.assessed}
        legend="When?"
        hint="The day you last saw it, or talked. For example, 17 11 2026"
      />
      <Input
        name="setting"
        label={{ text: 'Where?', size: 'm' }}
        hint={`A kind of place, such as “stroke ward” or “home visits”. ${noPatients}`}
        errorMessage={faultOf(errors, 'setting')}
        value={entered.setting}
        autocomplete="off"
      />
      <DayQuestion
        field="review"
        errorMessage={faultOf(errors, 'review')}
        parts={entered.review}
        legend="When should it be looked at again?"
        hint="In a year, or in six months where a statement is higher-risk, unless you change it."
      />
      <Textarea
        name="note"
        label={{ text: `A note to ${request.holderName}`, size: 'm' }}
        hint={`If a colleague told you, write who, and when they saw it. If you leave a statement out, do you want to say why? Otherwise leave this empty. Only they see the note. It is not part of the credential. ${noPatients}`}
        errorMessage={faultOf(errors, 'note')}
        rows={4}
        value={entered.note}
      />
      <Input
        name="minutes"
        label={{
          text: 'How many minutes did this take you? (you can leave this empty)',
          size: 's',
        }}
        hint="Counted for your organisation only, with everybody’s. Never shown as yours."
        errorMessage={faultOf(errors, 'minutes')}
        value={entered.minutes ?? ''}
        inputmode="numeric"
        classes="nhsuk-input--width-4"
        autocomplete="off"
      />
      <ConfirmNoPatient findings={entered.findings} />
      {renewal ? (
        <>
          <p>
            You sign in your own name, with your job and registration. Others see that when{' '}
            {request.holderName} shows it. You can take it back for ten minutes.
          </p>
          <Button text="Confirm and sign" preventDoubleClick />
        </>
      ) : (
        <>
          <p>
            On the next page you see what others will be shown of you. Nothing is signed before.
          </p>
          <Button text="Check before signing" />
        </>
      )}
    </OwnForm>
  )
}
