/** The agenda, in half a minute: tick, and save. */
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import type { AgendaOffer } from '../model/agenda.ts'
import type { Session } from '../model/session.ts'
import { otherName, type Side } from '../model/supervising.ts'
import type { AgendaEntered } from '../model/supervision-entered.ts'
import { notHere } from './not-here.tsx'
import { dayOfSession } from './supervision-words.ts'

interface AgendaPageProps extends OwnPageProps {
  readonly session: Session
  readonly side: Side
  readonly own: readonly AgendaOffer[]
  readonly offers: readonly AgendaOffer[]
  readonly statements: readonly { readonly code: string; readonly text: string }[]
  readonly entered: AgendaEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function AgendaPage(props: AgendaPageProps) {
  const { account, demo, session, side, own, offers, statements, entered, errors } = props
  const title = 'What do you want to talk about?'
  const all = [...own, ...offers.filter(({ key }) => !own.some((one) => one.key === key))]
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team={side === 'supervisor'}
      back={{ href: paths.supervisionSession(session.id), text: dayOfSession(session) }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        {otherName(session, side)} sees what you choose
        {side === 'worker' && ', and nothing else of your passport'}.
      </p>
      <OwnForm action={paths.supervisionAgenda(session.id)} csrfToken={account.csrfToken}>
        {own.map(({ key }) => (
          <input key={key} type="hidden" name="shown" value={key} />
        ))}
        {all.length > 0 && (
          <Checkboxes
            name="points"
            fieldset={{ legend: { text: 'Tick what you want', size: 's' } }}
            values={entered.chosen}
            items={all.map(({ key, words }) => ({ value: key, text: words }))}
          />
        )}
        <Input
          name="words"
          label={{ text: 'Something else', size: 's' }}
          hint={`A few words. ${notHere}`}
          value={entered.words}
          errorMessage={faultOf(errors, 'words')}
          autocomplete="off"
        />
        <ConfirmNoPatient findings={entered.findings} />
        {statements.length > 0 && (
          <Select
            name="statement"
            classes="lanyard-wide-select"
            label={{ text: 'A statement of your level', size: 's' }}
            value={entered.statement}
            items={[
              { value: '', text: 'None' },
              ...statements.map(({ code, text }) => ({
                value: code,
                text: `${code.replace(/-.*$/, '')} ${text.slice(0, 70)}${text.length > 70 ? '…' : ''}`,
              })),
            ]}
          />
        )}
        <Button text="Save the agenda" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
