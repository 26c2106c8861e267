import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { DayQuestion } from '../../../ui/day-question.tsx'
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
import type { AdoptionEntered } from '../model/adoption-entered.ts'
import type { AdoptionView } from '../read-adoption.ts'
import { versionOf, WhatItMeans } from './edition-words.tsx'

interface AdoptPageProps extends OwnPageProps, AdoptionView {
  readonly entered: AdoptionEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function AdoptPage(props: AdoptPageProps) {
  const { account, demo, slug, name, inForce, planned, choices, entered, errors } = props
  const title = `Adopt an edition for ${name}`
  const now = versionOf(inForce.ref)
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.editionAt(slug), text: `Which edition ${name} works by` }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        {name} works by the {now} edition now.
        {planned.map(
          ({ edition, from }) =>
            ` From ${dayInWords(from)} it is the ${versionOf(edition)} edition.`,
        )}
      </p>
      <p>
        To take back what is planned, choose the {now} edition from the same day. To go back to an
        earlier edition, choose it, from a day that gives people time. Everybody who works here sees
        the day among what comes up for them.
      </p>
      <WhatItMeans />
      <OwnForm action={paths.adoptEdition(slug)} csrfToken={account.csrfToken}>
        <input type="hidden" name="after" value={entered.after} />
        <Radios
          name="edition"
          fieldset={{ legend: { text: 'Which edition?', size: 'm' } }}
          errorMessage={faultOf(errors, 'edition')}
          value={entered.edition}
          items={choices.map(({ ref, publishedAt }) => ({
            value: ref,
            text: `${versionOf(ref)}${ref === inForce.ref ? ' (now)' : ''}`,
            hint: publishedAt && `Published on ${plainDate(publishedAt)}`,
          }))}
        />
        <DayQuestion
          field="from"
          parts={entered.from}
          legend="From which day?"
          hint="Today or later."
          errorMessage={faultOf(errors, 'from')}
        />
        <Textarea
          name="reason"
          id="reason"
          rows={3}
          label={{ text: 'Why?', size: 'm' }}
          hint={`Everybody who works here can read it. ${noPatients}`}
          value={entered.reason}
          errorMessage={faultOf(errors, 'reason')}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Checkboxes
          name="understood"
          values={entered.understood ? ['yes'] : []}
          errorMessage={faultOf(errors, 'understood')}
          items={[
            { value: 'yes', text: `I have read what happens to the people who work at ${name}` },
          ]}
        />
        <Button text="Adopt this edition" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
