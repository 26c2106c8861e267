import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Details } from '../../../ui/details.tsx'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import {
  type AcceptancePolicy,
  itemKindNames,
  itemKinds,
  type PolicyWords,
} from '../model/acceptance-policy.ts'
import {
  type ExceptionEntered,
  freshMonths,
  type KindEntered,
  mostExceptions,
  type PolicyEntered,
} from '../model/policy-entered.ts'
import { RuleList } from './accepts-page.tsx'

export interface ChangeAcceptsPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly entered: PolicyEntered
  readonly errors?: readonly FieldFault[] | undefined
  /** Room for one more exception was asked for. */
  readonly added?: boolean | undefined
  /** What the form as filled in would say. */
  readonly preview?: Pick<AcceptancePolicy, 'rules'> | undefined
  readonly alwaysLocal: readonly string[]
  readonly words: PolicyWords
  readonly levels: readonly { readonly slug: LevelSlug; readonly name: string }[]
}

const answers = [
  { value: 'accept', text: 'Accept' },
  { value: 'accept-with-top-up', text: 'Accept with a top-up' },
  { value: 'do-not-accept', text: 'Do not accept' },
]

export function ChangeAcceptsPage(props: ChangeAcceptsPageProps) {
  const { account, demo, slug, name, entered, errors, preview, alwaysLocal } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['from'])}
      title="What you accept"
      team
      back={{ href: paths.accepts(slug), text: `What ${name} accepts` }}
    >
      <h1 class="nhsuk-heading-l">What {name} accepts</h1>
      <p>
        Say what new starters need not do again. It is public. A person of yours still decides on
        each thing. Nothing here can take away what always stays local.
      </p>
      {preview && (
        <InsetText>
          <h2 class="nhsuk-heading-m">This is what people will read</h2>
          <RuleList policy={preview} words={props.words} />
          <p>Nothing is published yet. Change it below, or publish it.</p>
        </InsetText>
      )}
      <OwnForm action={paths.changeAccepts(slug)} csrfToken={account.csrfToken}>
        <input type="hidden" name="version" value={entered.version} />
        {itemKinds.map((kind) => (
          <KindQuestions key={kind} {...{ errors }} kind={kind} entered={entered.kinds[kind]} />
        ))}
        <Whence {...props} />
        <h2 class="nhsuk-heading-m">Exceptions</h2>
        <p>An exception names one thing, and comes before the rules above.</p>
        <input type="hidden" name="exceptions" value={entered.exceptions.length} />
        {entered.exceptions.map((exception, index) => (
          <Exception key={`x${index + 1}`} {...props} {...{ exception, index }} />
        ))}
        {entered.exceptions.length < mostExceptions && (
          <Button text="Add another exception" variant="secondary" name="do" value="add" />
        )}
        <h2 class="nhsuk-heading-m">What stays local</h2>
        <Details summary="What always stays local, whatever you accept">
          <ul class="nhsuk-list nhsuk-list--bullet">
            {alwaysLocal.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Details>
        <Textarea
          name="also-local"
          id="also-local"
          label={{ text: 'What else do you do with everybody who joins?', size: 's' }}
          hint="One on each line, such as: fire walk-round of the building."
          rows={3}
          value={entered.alsoLocal}
          errorMessage={faultOf(errors, 'also-local')}
        />
        <DayQuestion
          field="from"
          parts={entered.from}
          legend="From which day?"
          errorMessage={faultOf(errors, 'from')}
        />
        <div class="nhsuk-button-group">
          <Button text="See how it reads" variant="secondary" name="do" value="preview" />
          <Button text="Publish" name="do" value="publish" preventDoubleClick />
        </div>
      </OwnForm>
    </OwnLayout>
  )
}

interface LimitsProps extends OfErrors {
  readonly prefix: string
  readonly about: string
  readonly entered: KindEntered
}

interface OfErrors {
  readonly errors?: readonly FieldFault[] | undefined
}

function KindQuestions({
  kind,
  entered,
  errors,
}: OfErrors & { readonly kind: (typeof itemKinds)[number]; readonly entered: KindEntered }) {
  const name = itemKindNames[kind]
  return (
    <>
      <Radios
        name={`${kind}-outcome`}
        fieldset={{ legend: { text: `${name} from elsewhere`, size: 'm' } }}
        errorMessage={faultOf(errors, `${kind}-outcome`)}
        value={entered.outcome}
        items={[...answers, { value: 'say-nothing', text: 'Say nothing: decide each time' }]}
      />
      <Limits prefix={kind} about={name.toLowerCase()} {...{ entered, errors }} />
    </>
  )
}

function Limits({ prefix, about, entered, errors }: LimitsProps) {
  return (
    <>
      <Input
        name={`${prefix}-top-up`}
        id={`${prefix}-top-up`}
        label={`Only with a top-up: what is it, for ${about}?`}
        hint="What and how long, such as: local fire walk-round, 20 minutes"
        value={entered.topUp}
        errorMessage={faultOf(errors, `${prefix}-top-up`)}
      />
      <Select
        name={`${prefix}-months`}
        id={`${prefix}-months`}
        label={`How fresh must ${about} be?`}
        value={entered.months}
        errorMessage={faultOf(errors, `${prefix}-months`)}
        items={[
          { value: '', text: 'Any age, while in date' },
          ...freshMonths.map((months) => ({
            value: String(months),
            text: `Done in the last ${months} months`,
          })),
        ]}
      />
      <Checkboxes
        name={`${prefix}-seen`}
        idPrefix={`${prefix}-seen`}
        small
        values={entered.seen ? ['yes'] : []}
        items={[
          {
            value: 'yes',
            text: `Enough if a person sees the original of ${about}, where nothing can be verified`,
          },
        ]}
      />
    </>
  )
}

function Whence({ entered, words }: ChangeAcceptsPageProps) {
  const items = (list: PolicyWords['kinds']) =>
    list.map(({ slug, name }) => ({ value: slug, text: name }))
  return (
    <>
      <h2 class="nhsuk-heading-m">From whom</h2>
      <p>Tick none to accept from anybody whom we can verify.</p>
      <Checkboxes
        name="sectors"
        small
        fieldset={{ legend: { text: 'Sectors', size: 's' } }}
        values={entered.sectors}
        items={items(words.sectors)}
      />
      <Checkboxes
        name="nations"
        small
        fieldset={{ legend: { text: 'Nations', size: 's' } }}
        values={entered.nations}
        items={items(words.nations)}
      />
      <Details summary="Kinds of organisation" open={entered.issuerKinds.length > 0}>
        <Checkboxes
          name="issuer-kinds"
          small
          fieldset={{ legend: { text: 'Kinds of organisation', size: 's' } }}
          values={entered.issuerKinds}
          items={items(words.kinds)}
        />
      </Details>
    </>
  )
}

function Exception({
  index,
  exception,
  entered,
  added,
  errors,
  levels,
}: ChangeAcceptsPageProps & {
  readonly index: number
  readonly exception: ExceptionEntered
}) {
  const prefix = `x${index + 1}`
  const used = exception.kind !== '' || exception.what !== '' || exception.outcome !== ''
  const isNew = added === true && index === entered.exceptions.length - 1
  return (
    <Details summary={`Exception ${index + 1}`} open={used || isNew}>
      <Select
        name={`${prefix}-kind`}
        id={`${prefix}-kind`}
        label="About"
        value={exception.kind}
        errorMessage={faultOf(errors, `${prefix}-kind`)}
        items={[
          { value: '', text: 'No exception' },
          ...itemKinds.map((kind) => ({ value: kind, text: itemKindNames[kind] })),
        ]}
      />
      <Input
        name={`${prefix}-what`}
        id={`${prefix}-what`}
        label="Which sections or subjects?"
        hint="With commas between. Sections such as 3.9 for sign-offs, subjects for the rest."
        value={exception.what}
        errorMessage={faultOf(errors, `${prefix}-what`)}
      />
      <Select
        name={`${prefix}-level`}
        id={`${prefix}-level`}
        label="Level, for sign-offs"
        value={exception.level}
        errorMessage={faultOf(errors, `${prefix}-level`)}
        items={[
          { value: '', text: 'Any level' },
          ...levels.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <Radios
        name={`${prefix}-outcome`}
        small
        fieldset={{ legend: { text: 'What do you do with it?', size: 's' } }}
        value={exception.outcome}
        errorMessage={faultOf(errors, `${prefix}-outcome`)}
        items={answers}
      />
      <Limits prefix={prefix} about="this" entered={exception} errors={errors} />
    </Details>
  )
}
