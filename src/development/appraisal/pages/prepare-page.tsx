/** The worker prepares: prompts in place of an empty box, and a draft that is theirs. */
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { notHere } from '../../supervision/pages/not-here.tsx'
import { type Appraisal, prompts, type Shown } from '../model/appraisal.ts'
import type { PrepareEntered } from '../model/appraisal-entered.ts'

interface PreparePageProps extends OwnPageProps {
  readonly appraisal: Appraisal
  readonly offered: readonly Shown[]
  readonly entered: PrepareEntered
  readonly overtaken?: boolean | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function PreparePage(props: PreparePageProps) {
  const { account, demo, appraisal, offered, entered, overtaken, errors } = props
  const title = 'Prepare your appraisal'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.appraisal(appraisal.id), text: 'Appraisal' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {overtaken && (
        <InsetText id="overtaken">
          <p>
            You saved this somewhere else meanwhile, and nothing was saved here. Save again if what
            stands below is right.
          </p>
        </InsetText>
      )}
      <p>
        A few words to each are enough, and you can leave any empty.{' '}
        {appraisal.shared
          ? `${appraisal.supervisorName} can read what you save.`
          : 'You can save it and come back. Only you read it until you show it.'}{' '}
        {notHere}
      </p>
      <OwnForm action={paths.prepareAppraisal(appraisal.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="version" value={entered.version} />
        {offered.length === 0 ? (
          <p>
            When there are sign-offs or <a href={paths.entries()}>entries</a> in your passport, you
            can choose three of them here to show.
          </p>
        ) : (
          <Checkboxes
            name="shown"
            fieldset={{ legend: { text: 'Three things I can show', size: 's' } }}
            hint="From your own passport. Choose up to three."
            errorMessage={faultOf(errors, 'shown')}
            values={entered.shown}
            items={offered.map(({ key, words }) => ({ value: key, text: words }))}
          />
        )}
        {prompts.map(({ field, label, hint }) => (
          <Textarea
            key={field}
            name={field}
            label={{ text: label, size: 's' }}
            hint={hint}
            rows={4}
            value={entered[field]}
            errorMessage={faultOf(errors, field)}
          />
        ))}
        <ConfirmNoPatient findings={entered.findings} />
        {appraisal.shared ? (
          <Button text="Save" preventDoubleClick />
        ) : (
          <div class="lanyard-actions">
            <Button
              text={`Save and show ${appraisal.supervisorName}`}
              name="and-then"
              value="share"
              preventDoubleClick
            />
            <Button
              text="Save for me, to go on later"
              name="and-then"
              value="later"
              variant="secondary"
              preventDoubleClick
            />
          </div>
        )}
      </OwnForm>
    </OwnLayout>
  )
}
