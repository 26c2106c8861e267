/** What is withdrawn and why, asked of whoever withdraws it and of whoever proposes it. */
import type { Statement } from '../../../frameworks/model/framework.ts'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { ConfirmNoPatient, type FieldFault, faultOf, noPatients } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { causeNames, causes } from '../../model/signing.ts'
import type { WithdrawalEntered } from '../../questions/model/entered.ts'
import { StatementChoices } from './statement-choices.tsx'

interface Asked {
  readonly entered: WithdrawalEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function WithdrawalQuestions({
  holderName,
  statements,
  words,
  entered,
  errors,
}: Asked & {
  readonly holderName: string
  readonly statements: readonly Statement[]
  readonly words: {
    readonly which: string
    readonly leftOut: string
    /** Who reads the explanation. */
    readonly readers: string
  }
}) {
  return (
    <>
      <StatementChoices
        statements={statements}
        legend={words.which}
        hint={words.leftOut}
        chosen={entered.codes}
        errorMessage={faultOf(errors, 'codes')}
      />
      <Radios
        name="cause"
        fieldset={{ legend: { text: 'Why?', size: 'm' } }}
        hint="There is no other reason for which a sign-off is withdrawn."
        errorMessage={faultOf(errors, 'cause')}
        value={entered.cause}
        items={causes.map((cause) => ({ value: cause, text: causeNames[cause] }))}
      />
      <Textarea
        name="explanation"
        label={{ text: `Explain it to ${holderName}`, size: 'm' }}
        hint={`Write what happened, and what they can do now. ${words.readers} ${noPatients}`}
        errorMessage={faultOf(errors, 'explanation')}
        rows={4}
        value={entered.explanation}
      />
      <ConfirmNoPatient findings={entered.findings} />
    </>
  )
}

export function Understood({ text, entered, errors }: Asked & { readonly text: string }) {
  return (
    <Checkboxes
      name="understood"
      idPrefix="understood"
      errorMessage={faultOf(errors, 'understood')}
      values={entered.understood ? ['yes'] : []}
      items={[{ value: 'yes', text }]}
    />
  )
}
