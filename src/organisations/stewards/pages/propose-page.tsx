import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
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
import { type EvidenceKind, evidenceWords } from '../../model/evidence.ts'
import type { RegisterWords } from '../../model/kinds.ts'

export interface ProposalEntered {
  readonly kinds: readonly EvidenceKind[]
  readonly register: string
  readonly number: string
  readonly domain: string
  readonly shownBy: string
  readonly letter: DayParts
  readonly note: string
  readonly checkAgain: DayParts
  readonly seen: boolean
  readonly request: string
}

export interface ProposePageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  /** What its web address must show: "did:web:…". */
  readonly identifier: string
  readonly words: RegisterWords
  readonly entered: ProposalEntered
  /** What somebody told the stewards stands in the form. */
  readonly told: boolean
  readonly errors?: readonly FieldFault[] | undefined
}

export function ProposePage(props: ProposePageProps) {
  const { slug, name, told, entered, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Propose to verify an organisation"
      errors={atFirstPart(errors, ['letter', 'check-again'])}
      team
      back={{ href: paths.stewardsOrganisation(slug), text: name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{name}</span>
        Propose to verify it
      </h1>
      <p>
        Say what you have seen that shows who it is. Another steward then looks at the same and
        confirms or refuses. Until then it cannot issue.
      </p>
      {told && <p>What they told us stands in the form. Look yourself before you rely on it.</p>}
      <OwnForm action={paths.proposeVerification(slug)} csrfToken={account.csrfToken}>
        {entered.request !== '' && <input type="hidden" name="request" value={entered.request} />}
        <EvidenceQuestion {...props} />
        <Textarea
          name="note"
          label={{ text: 'A note for the second steward', size: 'm' }}
          hint="For example, where you looked. Do not name people. You can leave this empty."
          errorMessage={faultOf(errors, 'note')}
          rows={3}
          value={entered.note}
        />
        <DayQuestion
          field="check-again"
          parts={entered.checkAgain}
          legend="When should it be checked again?"
          hint="In a year, or sooner. After that day it cannot issue until it is checked again."
          errorMessage={faultOf(errors, 'check-again')}
        />
        <Checkboxes
          name="seen"
          idPrefix="seen"
          errorMessage={faultOf(errors, 'seen')}
          values={entered.seen ? ['yes'] : []}
          items={[{ value: 'yes', text: 'I have seen this evidence myself' }]}
        />
        <Button text="Propose" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

function EvidenceQuestion(props: ProposePageProps) {
  const { entered, errors } = props
  return (
    <Checkboxes
      name="evidence"
      idPrefix="evidence"
      fieldset={{ legend: { text: 'What have you seen?', size: 'm' } }}
      hint="One is enough. An organisation without a web address of its own has the others."
      errorMessage={faultOf(errors, 'evidence')}
      values={entered.kinds}
      items={[
        {
          value: 'register-entry',
          text: evidenceWords['register-entry'],
          conditional: <RegisterFields {...props} />,
        },
        {
          value: 'web-domain',
          text: evidenceWords['web-domain'],
          conditional: <DomainFields {...props} />,
        },
        {
          value: 'letter',
          text: evidenceWords.letter,
          hint: 'On its own paper, signed by somebody who answers for it.',
          conditional: (
            <DayQuestion
              field="letter"
              parts={entered.letter}
              legend="The date of the letter"
              size="s"
              errorMessage={faultOf(errors, 'letter')}
            />
          ),
        },
      ]}
    />
  )
}

function RegisterFields({ words, entered, errors }: ProposePageProps) {
  const registers = words.registers.map(({ slug, name, entry }) => ({
    value: slug,
    text: `${name}: ${entry}`,
  }))
  return (
    <>
      <Select
        name="register"
        label="Which register?"
        errorMessage={faultOf(errors, 'register')}
        value={entered.register}
        items={[{ value: '', text: 'Select a register' }, ...registers]}
      />
      <Input
        name="number"
        label="Its number there"
        errorMessage={faultOf(errors, 'number')}
        value={entered.number}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
    </>
  )
}

function DomainFields({ identifier, entered, errors }: ProposePageProps) {
  return (
    <>
      <p>Ask them to show this line, and look yourself that it is there:</p>
      <p class="lanyard-address">{identifier}</p>
      <Input
        name="domain"
        label="Its web address"
        hint="For example, example.nhs.uk"
        errorMessage={faultOf(errors, 'domain')}
        value={entered.domain}
        autocomplete="off"
        spellcheck={false}
      />
      <Radios
        name="shown-by"
        idPrefix="shown-by"
        fieldset={{ legend: { text: 'Where did you see the line?', size: 's' } }}
        errorMessage={faultOf(errors, 'shown-by')}
        value={entered.shownBy}
        items={[
          { value: 'file', text: 'In the file /.well-known/lanyard.txt of its website' },
          { value: 'dns', text: 'In a TXT record of its DNS' },
        ]}
      />
    </>
  )
}
