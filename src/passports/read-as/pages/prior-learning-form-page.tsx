import type { ForeignEdition } from '../../../frameworks/crosswalks/read-crosswalk.ts'
import { type Edition, levelSlugs } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { nameSigning } from '../../model/name-signing.ts'
import { pausedNow } from '../../model/pause.ts'
import { type Signing, standingSignOffs } from '../../model/signing.ts'
import { type PackPart, packParts } from '../model/pack-parts.ts'

interface PriorLearningFormPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly signings: readonly Signing[]
  readonly today: string
  readonly frameworks: readonly ForeignEdition[]
  readonly entered: {
    readonly framework: string
    readonly level: string
    readonly parts: readonly string[]
    readonly signings: readonly string[]
  }
  readonly errors?: readonly FieldFault[] | undefined
}

const partWords: Readonly<Record<PackPart, { readonly text: string; readonly hint: string }>> = {
  'sign-offs': {
    text: 'What was signed off',
    hint: 'With who signed, when, how and until when.',
  },
  answers: {
    text: 'My own answers',
    hint: 'What you say of yourself. Marked as not signed off. Your private notes never go in.',
  },
  'read-as': { text: 'What I hold, read as their framework', hint: 'Part by part.' },
  remaining: { text: 'What remains to be shown', hint: 'What is missing, in words.' },
}

export function PriorLearningFormPage(props: PriorLearningFormPageProps) {
  const { account, demo, errors, entered, frameworks } = props
  const title = 'A pack for an education provider'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.readAs(), text: 'Read my passport as' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        A college or university can count what you have learned already. They call it recognition of
        prior learning. This makes one document that you can print or save. You choose what goes in,
        and we send it to nobody.
      </p>
      <OwnForm action={paths.priorLearning()} csrfToken={account.csrfToken}>
        <Select
          name="framework"
          label={{ text: 'Which framework do they use?', size: 'm' }}
          hint="Ask them. If they do not know, take the four pillars."
          errorMessage={faultOf(errors, 'framework')}
          value={entered.framework}
          items={[
            { value: '', text: 'Select one' },
            ...frameworks.map(({ ref, edition }) => ({ value: ref, text: edition.title })),
          ]}
        />
        <Radios
          name="level"
          fieldset={{ legend: { text: 'At which level should they read you?', size: 'm' } }}
          errorMessage={faultOf(errors, 'level')}
          value={entered.level}
          items={levelSlugs.map((level) => ({
            value: level,
            text: levelName(props.edition, level),
          }))}
        />
        <Checkboxes
          name="parts"
          idPrefix="parts"
          fieldset={{ legend: { text: 'What goes in?', size: 'm' } }}
          errorMessage={faultOf(errors, 'parts')}
          values={entered.parts}
          items={packParts.map((value) => ({ value, ...partWords[value] }))}
        />
        <SignOffChoices {...props} />
        <Button text="Make the pack" />
      </OwnForm>
    </OwnLayout>
  )
}

function SignOffChoices({ edition, signings, today, entered }: PriorLearningFormPageProps) {
  const standing = signings.filter((signing) => standingSignOffs(signing).length > 0)
  if (standing.length === 0) {
    return (
      <p>
        Nothing of yours is signed off yet. The pack can still show what you say of yourself, and
        what remains.
      </p>
    )
  }
  return (
    <Checkboxes
      name="signings"
      idPrefix="signings"
      fieldset={{ legend: { text: 'Which sign-offs?', size: 'm' } }}
      hint="What you leave out counts nowhere in the pack."
      values={entered.signings}
      items={standing.map((signing) => ({
        value: signing.id,
        text: nameSigning(edition, signing),
        hint: [
          `Signed off by ${signing.shown.assessor.name} on ${dayInWords(signing.assessedOn)}`,
          pausedNow(signing, today),
        ]
          .filter(Boolean)
          .join('. '),
      }))}
    />
  )
}
