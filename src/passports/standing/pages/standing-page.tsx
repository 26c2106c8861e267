/** The statements of a domain, a pillar or a role, and where their holder stands with each. */
import type { Edition, LevelSlug } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Evaluation } from '../../model/evaluate-passport.ts'
import { PassportCounts } from './passport-counts.tsx'
import { StandingList } from './standing-list.tsx'

export interface StandingPageProps extends OwnPageProps {
  /** "Domain 3", "Pillar", "Role". */
  readonly kind: string
  readonly title: string
  readonly about: string
  readonly level: LevelSlug
  readonly levelName: string
  readonly back: string
  readonly evaluation: Evaluation
  /** That it is read by. */
  readonly edition: Edition
}

export function StandingPage(props: StandingPageProps) {
  const { account, demo, kind, title, about, level, evaluation } = props
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: props.back, text: 'My passport' }}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {kind}, {props.levelName.toLowerCase()} level, {props.edition.version} edition
        </span>
        {title}
      </h1>
      <p>{about}</p>
      <h2 class="nhsuk-heading-m">Where you stand</h2>
      <PassportCounts evaluation={evaluation} />
      <h2 class="nhsuk-heading-m">Each statement</h2>
      <HowToTell />
      <StandingList sections={sectionsOf(evaluation)} level={level} heading="h3" />
      <p>
        <a href={paths.passport(level)}>Back to my passport</a>
      </p>
    </OwnLayout>
  )
}

/** What tells a sign-off from a holder's own word. */
export function HowToTell() {
  return (
    <p>
      <strong>Signed off</strong> has a solid frame and a tick: a named colleague confirmed it.{' '}
      <strong>You say</strong> has a dashed frame: it is your own answer.
    </p>
  )
}

function sectionsOf({ domains }: Evaluation) {
  return domains.flatMap(({ sections }) => sections)
}
