import type { Edition } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import {
  type Audience,
  audienceInWords,
  maySeeShare,
  type StandingSupervisor,
} from '../model/audience.ts'
import type { SharedStanding } from '../model/shared-standing.ts'
import { depthNames, type StandingShare } from '../model/standing-share.ts'
import { SharedView } from './shared-view.tsx'

interface SharingPreviewPageProps extends OwnPageProps {
  readonly employer: { readonly organisation: string; readonly organisationName: string }
  readonly audience: Audience
  /** Who supervises them there now. */
  readonly supervisors: readonly StandingSupervisor[]
  readonly share?: StandingShare | undefined
  readonly shared: SharedStanding
  readonly name: string
  readonly edition: Edition
}

export function SharingPreviewPage(props: SharingPreviewPageProps) {
  const { account, demo, employer, audience, share, shared, name, edition } = props
  const { organisation, organisationName } = employer
  const now = share?.depth === shared.depth
  const who = props.supervisors.filter((one) => !now || maySeeShare(share, one))
  const seenBy = audienceInWords(
    audience,
    who.map(({ name }) => name),
  )
  return (
    <OwnLayout
      {...{ account, demo, title: 'What they see' }}
      back={{ href: paths.standingShare(organisation, audience), text: 'What may they see?' }}
    >
      <InsetText>
        <p>
          This is what {now ? 'is' : 'would be'} shown to {seenBy} at {organisationName}:{' '}
          {depthNames[shared.depth]}. {now ? 'You share this.' : 'You do not share this now.'}
        </p>
      </InsetText>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Where they stand</span>
        {name}
      </h1>
      <SharedView shared={shared} edition={edition} />
    </OwnLayout>
  )
}
