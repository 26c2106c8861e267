import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { depthNames } from '../model/standing-share.ts'
import type { TeamMember } from '../model/team-figures.ts'
import { SharedView } from './shared-view.tsx'

interface PersonStandingPageProps extends OwnPageProps {
  readonly member: TeamMember
  readonly organisation: string
  readonly manages: boolean
  readonly supervising: { readonly id: string } | undefined
  readonly edition: Edition
}

export function PersonStandingPage(props: PersonStandingPageProps) {
  const { account, demo, edition } = props
  const { name, at, endsOn, shared } = props.member
  return (
    <OwnLayout {...{ account, demo, title: name }} team back={backFrom(props)}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Where they stand</span>
        {name}
      </h1>
      <p>
        {name} shares this with you: {depthNames[shared.depth]}. From {plainDate(at)}, until{' '}
        {dayInWords(endsOn)} or until they stop. They can read that you looked. Talk it through with
        them: it shows what was signed, and says nothing about how well somebody works.
      </p>
      <SharedView shared={shared} edition={edition} />
    </OwnLayout>
  )
}

function backFrom({ organisation, manages, supervising }: PersonStandingPageProps) {
  return supervising === undefined || manages
    ? { href: paths.teamStanding(organisation), text: 'Where your team stands' }
    : { href: paths.supervising(supervising.id), text: 'Supervision' }
}
