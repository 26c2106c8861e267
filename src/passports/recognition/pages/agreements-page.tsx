import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import {
  type Agreement,
  agreementState,
  agreementStateNames,
} from '../model/acceptance-agreement.ts'
import { itemKindNames, itemKinds } from '../model/acceptance-policy.ts'
import { type AgreementEntered, type AgreementTerms, freshMonths } from '../model/policy-entered.ts'

export interface AgreementsPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly agreements: readonly Agreement[]
  readonly entered: AgreementEntered
  readonly errors?: readonly FieldFault[] | undefined
  readonly proposed?: boolean | undefined
  /** Whether it has published what it accepts. */
  readonly published: boolean
  readonly today: string
}

export function AgreementsPage(props: AgreementsPageProps) {
  const { account, demo, slug, name, agreements, errors, proposed, published, today } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['from', 'review'])}
      title="Agreements with others"
      team
      back={{ href: paths.accepts(slug), text: `What ${name} accepts` }}
    >
      {proposed && (
        <DoneBanner title="Proposed" words="It is proposed. Somebody there reads it and answers." />
      )}
      <h1 class="nhsuk-heading-l">Agreements with others</h1>
      <p>
        Two organisations can accept from each other. One proposes, and somebody of the other
        agrees. It is then shown with what both accept.
      </p>
      {agreements.length > 0 && (
        <ul class="nhsuk-list">
          {agreements.map((one) => (
            <li key={one.id} class="lanyard-waiting">
              <a href={paths.agreement(slug, one.id)}>
                {one.organisation === slug ? one.otherName : one.organisationName}
              </a>
              <br />
              {agreementStateNames[agreementState(one, today)]}. From {dayInWords(one.fromOn)}.
            </li>
          ))}
        </ul>
      )}
      {published ? <Propose {...props} /> : <PublishFirst slug={slug} />}
    </OwnLayout>
  )
}

function PublishFirst({ slug }: { readonly slug: string }) {
  return (
    <p>
      Before you propose one, <a href={paths.changeAccepts(slug)}>publish what you accept</a>.
    </p>
  )
}

function Propose({ account, slug, name, entered, errors }: AgreementsPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Propose an agreement</h2>
      <OwnForm action={paths.agreements(slug)} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={entered.id} />
        <Input
          name="other"
          id="other"
          label={{ text: 'With which organisation?', size: 's' }}
          hint="Its whole name, or its address in the register"
          value={entered.other}
          errorMessage={faultOf(errors, 'other')}
        />
        <Terms
          name="takes"
          legend={`What ${name} accepts from them`}
          {...{ errors }}
          terms={entered.takes}
        />
        <Terms
          name="gives"
          legend={`What they accept from ${name}`}
          {...{ errors }}
          terms={entered.gives}
        />
        <DayQuestion
          field="from"
          size="s"
          parts={entered.from}
          legend="From which day?"
          errorMessage={faultOf(errors, 'from')}
        />
        <DayQuestion
          field="review"
          size="s"
          parts={entered.review}
          legend="When do you both look at it again?"
          errorMessage={faultOf(errors, 'review')}
        />
        <Button text="Propose it" preventDoubleClick />
      </OwnForm>
    </>
  )
}

function Terms({
  name,
  legend,
  terms,
  errors,
}: {
  readonly name: string
  readonly legend: string
  readonly terms: AgreementTerms
  readonly errors?: readonly FieldFault[] | undefined
}) {
  return (
    <>
      <Checkboxes
        name={`${name}-kinds`}
        small
        fieldset={{ legend: { text: legend, size: 's' } }}
        errorMessage={faultOf(errors, `${name}-kinds`)}
        values={terms.kinds}
        items={itemKinds.map((kind) => ({ value: kind, text: itemKindNames[kind] }))}
      />
      <Select
        name={`${name}-months`}
        id={`${name}-months`}
        label="How fresh?"
        value={terms.months}
        errorMessage={faultOf(errors, `${name}-months`)}
        items={[
          { value: '', text: 'Any age, while in date' },
          ...freshMonths.map((months) => ({
            value: String(months),
            text: `Done in the last ${months} months`,
          })),
        ]}
      />
      <Input
        name={`${name}-top-up`}
        id={`${name}-top-up`}
        label="With a top-up (leave empty for none)"
        value={terms.topUp}
        errorMessage={faultOf(errors, `${name}-top-up`)}
      />
    </>
  )
}
