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
import { depthNames, type StandingShare } from '../model/standing-share.ts'
import { WhatTheyNeverSee } from './what-they-see.tsx'

interface ChooseSharingPageProps extends OwnPageProps {
  readonly employer: { readonly organisation: string; readonly organisationName: string }
  readonly share?: StandingShare | undefined
  readonly entered: { readonly seen: string; readonly ownWords: boolean }
  readonly errors?: readonly FieldFault[] | undefined
}

export function ChooseSharingPage(props: ChooseSharingPageProps) {
  const { account, demo, errors, employer, entered } = props
  const { organisation, organisationName } = employer
  const title = 'What may they see?'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.standingShares(), text: 'Who sees where you stand' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{organisationName}</span>
        {title}
      </h1>
      <p>
        This is about the people who manage your team at {organisationName}. Nobody else there sees
        it, and no other employer.
      </p>
      <OwnForm action={paths.standingShare(organisation)} csrfToken={account.csrfToken}>
        <Radios
          name="seen"
          fieldset={{ legend: { text: 'The people who manage your team may see', size: 'm' } }}
          errorMessage={faultOf(errors, 'seen')}
          value={entered.seen}
          items={[
            { value: 'nobody', text: 'Nothing', hint: 'They see no name and no figure of yours.' },
            {
              ...{ value: 'counts', text: depthNames.counts },
              hint: 'For each domain and pillar: how many are signed off, due soon, past their date or not signed off. Not which ones.',
            },
            {
              ...{ value: 'statements', text: depthNames.statements },
              hint: 'Also which ones, and when their review is due.',
              conditional: <OwnWords ticked={entered.ownWords} />,
            },
          ]}
        />
        <p>
          It ends by itself after a year, and when you leave that job. Then you can choose again.
        </p>
        <Button text="Save" />
      </OwnForm>
      <Previews organisation={organisation} />
      <WhatTheyNeverSee />
    </OwnLayout>
  )
}

function OwnWords({ ticked }: { readonly ticked: boolean }) {
  return (
    <Checkboxes
      name="own-words"
      idPrefix="own-words"
      small
      values={ticked ? ['yes'] : []}
      hint="Your answers, such as “with support” or “not now”, and that you count training or work of your own. Not what you wrote."
      fieldset={{ legend: { text: 'And what you say of yourself?' } }}
      items={[{ value: 'yes', text: 'Also what I say of myself' }]}
    />
  )
}

function Previews({ organisation }: { readonly organisation: string }) {
  return (
    <>
      <h2 class="nhsuk-heading-m">See what they would see</h2>
      <ul class="nhsuk-list">
        {(['counts', 'statements', 'own-words'] as const).map((depth) => (
          <li key={depth}>
            <a href={paths.standingPreview(organisation, depth)}>{depthNames[depth]}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
