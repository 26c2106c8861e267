import type { Membership } from '../../../accounts/model/account.ts'
import type { Statement } from '../../../frameworks/model/framework.ts'
import { HigherRisk } from '../../../frameworks/pages/statement-parts.tsx'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Details } from '../../../ui/details.tsx'
import { Input } from '../../../ui/input.tsx'
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
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import { methodChoices, methods } from '../../model/signing.ts'
import type { VisitEntered } from '../../sign-offs/model/entered.ts'
import { PartsSeen } from '../../sign-offs/pages/parts-seen.tsx'
import type { OpenedVisit } from '../visits-store.ts'
import { NotYetSaid } from './visited-page.tsx'

interface VisitPageProps extends OwnPageProps {
  readonly visit: OpenedVisit
  readonly holderName: string
  readonly job?: Membership | undefined
  /** In the order in which to look. */
  readonly statements: readonly Statement[]
  /** What was said in this visit of what is not there yet. */
  readonly requests: readonly (SignOffRequest & { readonly title: string })[]
  readonly entered: VisitEntered
  readonly cannotSign?: string | undefined
  readonly judged: Pick<Judged, 'refused' | 'needSecond'>
  readonly errors?: readonly FieldFault[] | undefined
}

export function VisitPage(props: VisitPageProps) {
  const { holderName, account, demo, errors, job } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['review'])}
      title={`What did you see ${holderName} do?`}
      team
      back={{ href: paths.enterCode(), text: 'Enter a code' }}
    >
      <h1 class="nhsuk-heading-l">
        What did you see {holderName} do?
        {job && (
          <span class="nhsuk-caption-l">
            {job.jobTitle}, {job.organisationName}
          </span>
        )}
      </h1>
      <NotYetSaid requests={props.requests} />
      {props.cannotSign === undefined ? (
        <SignForm {...props} />
      ) : (
        <WarningCallout heading={{ text: 'You cannot sign off just now', level: 2 }}>
          <p>{props.cannotSign}</p>
        </WarningCallout>
      )}
    </OwnLayout>
  )
}

function SignForm(props: VisitPageProps) {
  const { visit, entered, errors, account, holderName, judged } = props
  const mine = (some: readonly Statement[]) => some.filter(({ code }) => !judged.refused.has(code))
  const first = mine(props.statements.slice(0, visit.suggested))
  const others = mine(props.statements.slice(visit.suggested))
  const ticked = others.some(({ code }) => entered.codes.includes(code))
  return (
    <OwnForm action={paths.visit(visit.id)} csrfToken={account.csrfToken}>
      <Seen
        {...{ entered, errors, judged }}
        statements={first}
        idPrefix="codes"
        legend="Tick what you saw in this visit, and nothing else"
        errorMessage={faultOf(errors, 'codes')}
      />
      {others.length > 0 && (
        <Details summary={{ text: `Something else (${others.length} more)` }} open={ticked}>
          <Seen
            {...{ entered, errors, judged }}
            statements={others}
            idPrefix="other-codes"
            legend="Other statements of this level"
          />
        </Details>
      )}
      <RestNotYours
        refused={[...judged.refused.keys()]}
        organisation={visit.opened.organisation}
        why={[...judged.refused.values()]}
      />
      <Input
        name="setting"
        label={{ text: 'Where were you?', size: 'm' }}
        hint="A kind of place, such as “stroke ward” or “home visits”. Never whose home."
        errorMessage={faultOf(errors, 'setting')}
        value={entered.setting}
        autocomplete="off"
      />
      <Textarea
        name="note"
        label={{ text: `A note to ${holderName} (you can leave this empty)`, size: 's' }}
        hint={`What they did well is worth a line. Only they see it. ${noPatients}`}
        errorMessage={faultOf(errors, 'note')}
        rows={2}
        value={entered.note}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <OtherFacts {...{ entered, errors }} />
      <p>
        You sign in your own name, with your job and registration, for today. Others will see that
        when {holderName} shows it. You can take it back for ten minutes.
      </p>
      <div class="lanyard-actions">
        <Button text="Confirm and sign" preventDoubleClick />
        <Button text="Not yet" variant="secondary" href={paths.visitNotYet(visit.id)} />
      </div>
    </OwnForm>
  )
}

/** Whole levels can be meant here, so the reasons are folded away. */
function RestNotYours({
  refused,
  why,
  organisation,
}: {
  readonly refused: readonly string[]
  readonly why: readonly string[]
  readonly organisation: string
}) {
  if (refused.length === 0) return null
  const count = refused.length === 1 ? '1 statement' : `${refused.length} statements`
  return (
    <Details summary={{ text: `${count} of this level you may not sign here: see why` }}>
      <NotYours request={{ organisation }} refused={why} />
    </Details>
  )
}

function Seen({
  statements,
  entered,
  errors,
  idPrefix,
  legend,
  errorMessage,
  judged,
}: Pick<VisitPageProps, 'statements' | 'entered' | 'errors' | 'judged'> & {
  readonly idPrefix: string
  readonly legend: string
  readonly errorMessage?: string | undefined
}) {
  return (
    <Checkboxes
      name="codes"
      idPrefix={idPrefix}
      fieldset={{ legend: { text: legend, size: 'm' } }}
      errorMessage={errorMessage}
      values={entered.codes}
      items={statements.map((statement) => ({
        value: statement.code,
        text: `${statement.text} (${statement.code})`,
        hint: statement.highRisk
          ? {
              children: (
                <>
                  <HigherRisk />
                  {judged.needSecond.includes(statement.code) && ' Needs a second assessor too.'}
                </>
              ),
            }
          : undefined,
        conditional: statement.requires && <PartsSeen {...{ statement, entered, errors }} />,
      }))}
    />
  )
}

/** Right as they stand for nearly every visit. */
function OtherFacts({ entered, errors }: Pick<VisitPageProps, 'entered' | 'errors'>) {
  const wrong = ['method', 'review'].some((field) => faultOf(errors, field) !== undefined)
  const changed = entered.method !== 'observed' || entered.reviewed !== 'usual'
  return (
    <Details
      summary={{ text: 'You watched it, and it is looked at again in a year. Change this' }}
      open={wrong || changed}
    >
      <Radios
        name="method"
        small
        fieldset={{ legend: { text: 'How do you know?', size: 's' } }}
        errorMessage={faultOf(errors, 'method')}
        value={entered.method}
        items={methods.map((method) => ({ value: method, text: methodChoices[method] }))}
      />
      <Radios
        name="reviewed"
        small
        fieldset={{ legend: { text: 'When should it be looked at again?', size: 's' } }}
        value={entered.reviewed}
        items={[
          {
            value: 'usual',
            text: 'In a year, or in six months if you tick a higher-risk statement',
          },
          {
            value: 'other',
            text: 'On another day',
          },
        ]}
      />
      <DayQuestion
        field="review"
        size="s"
        errorMessage={faultOf(errors, 'review')}
        parts={entered.review}
        legend="Which other day?"
      />
    </Details>
  )
}
