import type { Edition } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { SharedStanding } from '../model/shared-standing.ts'
import { depthNames, type StandingShare } from '../model/standing-share.ts'
import { SharedView } from './shared-view.tsx'

interface SharingPreviewPageProps extends OwnPageProps {
  readonly employer: { readonly organisation: string; readonly organisationName: string }
  readonly share?: StandingShare | undefined
  readonly shared: SharedStanding
  readonly name: string
  readonly edition: Edition
}

export function SharingPreviewPage(props: SharingPreviewPageProps) {
  const { account, demo, employer, share, shared, name, edition } = props
  const { organisation, organisationName } = employer
  const now = share?.depth === shared.depth
  return (
    <OwnLayout
      {...{ account, demo, title: 'What they see' }}
      back={{ href: paths.standingShare(organisation), text: 'What may they see?' }}
    >
      <InsetText>
        <p>
          This is what the people who manage your team at {organisationName}{' '}
          {now ? 'see now' : 'would see'}: {depthNames[shared.depth]}.{' '}
          {now ? 'You share this.' : 'You do not share this now.'}
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
