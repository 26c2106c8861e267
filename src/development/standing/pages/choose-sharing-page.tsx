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
import { type Audience, namesInWords, type StandingSupervisor } from '../model/audience.ts'
import { depthNames, type StandingShare } from '../model/standing-share.ts'
import { WhatTheyNeverSee } from './what-they-see.tsx'

interface ChooseSharingPageProps extends OwnPageProps {
  readonly employer: { readonly organisation: string; readonly organisationName: string }
  readonly audience: Audience
  /** Who supervises them there now. */
  readonly supervisors: readonly StandingSupervisor[]
  readonly share?: StandingShare | undefined
  readonly entered: { readonly seen: string; readonly ownWords: boolean }
  readonly errors?: readonly FieldFault[] | undefined
}

export function ChooseSharingPage(props: ChooseSharingPageProps) {
  const { account, demo, errors, employer, audience, entered } = props
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
      <WhoTheyAre {...props} />
      <OwnForm action={paths.standingShare(organisation, audience)} csrfToken={account.csrfToken}>
        <Radios
          name="seen"
          fieldset={{ legend: { text: legendFor(props), size: 'm' } }}
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
          It ends by itself after a year,{' '}
          {audience === 'supervisors' && 'when the supervision ends, '}
          and when you leave that job. Then you can choose again.
        </p>
        <Button text="Save" />
      </OwnForm>
      <Previews organisation={organisation} audience={audience} />
      <WhatTheyNeverSee />
    </OwnLayout>
  )
}

function WhoTheyAre({ employer, audience, supervisors }: ChooseSharingPageProps) {
  const { organisationName } = employer
  if (audience === 'managers') {
    return (
      <p>
        This is about the people who manage your team at {organisationName}. You choose separately
        what a supervisor sees. Nobody else there sees it, and no other employer.
      </p>
    )
  }
  const names = namesInWords(supervisors.map(({ name }) => name))
  return (
    <p>
      This is about {supervisors.length > 1 ? 'your supervisors' : 'your supervisor'} at{' '}
      {organisationName}: <strong>{names}</strong>. Nobody else there sees it. Somebody who begins
      to supervise you later sees nothing until you save this page again.
    </p>
  )
}

function legendFor({ audience, supervisors }: ChooseSharingPageProps): string {
  if (audience === 'managers') return 'The people who manage your team may see'
  return `${namesInWords(supervisors.map(({ name }) => name))} may see`
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

function Previews({ organisation, audience }: Pick<StandingShare, 'organisation' | 'audience'>) {
  return (
    <>
      <h2 class="nhsuk-heading-m">See what they would see</h2>
      <ul class="nhsuk-list">
        {(['counts', 'statements', 'own-words'] as const).map((depth) => (
          <li key={depth}>
            <a href={paths.standingPreview(organisation, { depth, audience })}>
              {depthNames[depth]}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
