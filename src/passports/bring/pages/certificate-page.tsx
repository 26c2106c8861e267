import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { entryKindNames } from '../../model/entry.ts'
import { type CertificateEntered, nobodyYet } from '../model/entered.ts'
import { kindsWithOriginal } from '../model/original.ts'

interface Place {
  readonly slug: string
  readonly name: string
}

interface CertificatePageProps extends OwnPageProps {
  /** A new id with every form, so that one posted twice files one. */
  readonly entryId: string
  readonly employers: readonly Place[]
  readonly entered: CertificateEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function CertificatePage(props: CertificatePageProps) {
  const { entryId, employers, entered, errors, account, demo } = props
  const title = 'Bring a paper certificate'
  return (
    <OwnLayout
      {...{ account, demo, title, errors: atFirstPart(errors, ['from', 'until']) }}
      back={{ href: paths.bring(), text: 'Bring what you have' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Write down what it says. It is kept as your own word until a colleague has looked at the
        original. Keep the paper: they need to see it.
      </p>
      <OwnForm action={paths.bringCertificate()} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={entryId} />
        <Radios
          name="kind"
          idPrefix="kind"
          fieldset={{ legend: { text: 'What is it for?', size: 's' } }}
          errorMessage={faultOf(errors, 'kind')}
          value={entered.kind}
          items={kindsWithOriginal.map((kind) => ({ value: kind, text: entryKindNames[kind] }))}
        />
        <Input
          name="title"
          label={{ text: 'What does it say on it?', size: 's' }}
          hint="For example, Diploma in Healthcare Support"
          value={entered.title}
          errorMessage={faultOf(errors, 'title')}
        />
        <Input
          name="given"
          label={{ text: 'Who gave it?', size: 's' }}
          hint="The awarding body, college, employer or company"
          value={entered.given}
          errorMessage={faultOf(errors, 'given')}
        />
        <DayQuestion
          field="from"
          legend="When was it given?"
          hint="For example, 30 6 2024"
          parts={entered.from}
          errorMessage={asText(faultOf(errors, 'from'))}
          size="s"
        />
        <DayQuestion
          field="until"
          legend="When is it to be refreshed by? (optional)"
          hint="Leave this empty if it does not say"
          parts={entered.until}
          errorMessage={asText(faultOf(errors, 'until'))}
          size="s"
        />
        {employers.length > 0 && (
          <Places employers={employers} value={entered.organisation} errors={errors} />
        )}
        <Button text="Keep it" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

export function asText(message: string | undefined) {
  return message === undefined ? undefined : { text: message }
}

function Places({
  employers,
  value,
  errors,
}: {
  readonly employers: readonly Place[]
  readonly value: string
  readonly errors: readonly FieldFault[] | undefined
}) {
  return (
    <Radios
      name="organisation"
      idPrefix="organisation"
      fieldset={{ legend: { text: 'Where will you show the original?', size: 's' } }}
      hint="Colleagues there who sign off or issue credentials can then see what you wrote here, and say that they saw the original."
      errorMessage={faultOf(errors, 'organisation')}
      value={value}
      items={[
        ...employers.map(({ slug, name }) => ({ value: slug, text: name })),
        { value: nobodyYet, text: 'Nowhere yet. I only want to keep it' },
      ]}
    />
  )
}

interface AskOriginalPageProps extends OwnPageProps {
  readonly entryId: string
  readonly title: string
  readonly employers: readonly Place[]
}

/** For an entry that is there already. */
export function AskOriginalPage({
  entryId,
  title,
  employers,
  account,
  demo,
}: AskOriginalPageProps) {
  const heading = 'Ask somebody to look at the original'
  return (
    <OwnLayout
      {...{ account, demo, title: heading }}
      back={{ href: paths.bring(), text: 'Bring what you have' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l lanyard-breaks">{title}</span>
        {heading}
      </h1>
      {employers.length === 0 && (
        <p>You can ask where you work. No job of yours is recorded here yet.</p>
      )}
      {employers.map(({ slug, name }) => (
        <OwnForm key={slug} action={paths.askForOriginal(entryId)} csrfToken={account.csrfToken}>
          <input type="hidden" name="organisation" value={slug} />
          <p>
            Colleagues at {name} who sign off or issue credentials see what you wrote about it. Show
            one of them the original.
          </p>
          <Button text={`Ask at ${name}`} preventDoubleClick />
        </OwnForm>
      ))}
    </OwnLayout>
  )
}
