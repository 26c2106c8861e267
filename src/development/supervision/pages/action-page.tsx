/** One action: what, who and by when; and everything it said before. */
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { Button } from '../../../ui/button.tsx'
import { DayQuestion } from '../../../ui/day-question.tsx'
import { Details } from '../../../ui/details.tsx'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { type AgreedAction, actionStates, doers } from '../model/session.ts'
import type { Side } from '../model/supervising.ts'
import type { ActionEntered } from '../model/supervision-entered.ts'
import { notHere } from './not-here.tsx'
import { doerWords, stateWords } from './supervision-words.ts'

interface ActionPageProps extends OwnPageProps {
  readonly side: Side
  readonly names: { readonly workerName: string; readonly supervisorName: string }
  readonly back: { readonly href: string; readonly text: string }
  readonly action: string
  /** Where it is new. */
  readonly id?: string | undefined
  /** Where it stands already. */
  readonly version?: number | undefined
  readonly versions?: readonly AgreedAction[] | undefined
  readonly mayChange?: boolean | undefined
  readonly entered: ActionEntered
  readonly overtaken?: readonly string[] | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function ActionPage(props: ActionPageProps) {
  const { account, demo, side, back, version, errors, overtaken, mayChange = true } = props
  const title = version === undefined ? 'Add an action' : 'Action'
  return (
    <OwnLayout {...{ account, demo, errors, title, back }} team={side === 'supervisor'}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {overtaken && (
        <InsetText id="overtaken">
          <p>
            The other one of you changed this while you were writing. Nothing of yours was saved.
            Now it says:
          </p>
          <ul>
            {overtaken.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>Your own words are below. Send them again if they should stand.</p>
        </InsetText>
      )}
      {mayChange ? <ActionForm {...props} /> : <p class="lanyard-words">{props.entered.words}</p>}
      <Versions {...props} />
    </OwnLayout>
  )
}

function ActionForm(props: ActionPageProps) {
  const { account, action, id, version, names, entered, errors } = props
  return (
    <OwnForm action={action} csrfToken={account.csrfToken}>
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Input
        name="words"
        label={{ text: 'What will be done?', size: 's' }}
        hint={notHere}
        value={entered.words}
        errorMessage={faultOf(errors, 'words')}
        autocomplete="off"
      />
      <ConfirmNoPatient findings={entered.findings} />
      <Radios
        name="doer"
        fieldset={{ legend: { text: 'Who does it?', size: 's' } }}
        value={entered.doer}
        errorMessage={faultOf(errors, 'doer')}
        items={doers.map((value) => ({ value, text: doerWords(value, names) }))}
      />
      <DayQuestion
        field="due"
        parts={entered.due}
        legend="By when? (you can leave this empty)"
        size="s"
        errorMessage={faultOf(errors, 'due-day')}
      />
      {version !== undefined && (
        <Radios
          name="state"
          fieldset={{ legend: { text: 'How is it going?', size: 's' } }}
          value={entered.state}
          items={actionStates.map((value) => ({ value, text: stateWords[value] }))}
        />
      )}
      <Button text="Save" preventDoubleClick />
    </OwnForm>
  )
}

function Versions({ versions = [], names }: ActionPageProps) {
  if (versions.length < 2) return null
  return (
    <Details summary="What it said before">
      <ul>
        {versions.slice(1).map(({ version, words, doer, dueOn, state, at }) => (
          <li key={version}>
            Until it was changed, from {plainDate(at)}: {words}. {doerWords(doer, names)}
            {dueOn && `, by ${dayInWords(dueOn)}`}. {stateWords[state]}.
          </li>
        ))}
      </ul>
    </Details>
  )
}
