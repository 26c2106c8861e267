/** What the pages about a draft share: which draft, how far it is, and the way to the others. */
import type { ComponentChildren } from 'preact'
import { paths } from '../../../paths.ts'
import { type FieldFault, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { stateNames } from '../../authoring/model/state-names.ts'
import { toDraft } from '../../authoring/pages/draft-layout.tsx'
import type { DraftView } from '../read-draft-view.ts'

export interface DraftPageProps extends OwnPageProps {
  readonly view: DraftView
}

const colours = {
  writing: 'grey',
  'in-review': 'yellow',
  approved: 'green',
  published: 'green',
  'set-aside': 'grey',
} as const

interface DraftLayoutProps extends DraftPageProps {
  readonly heading: string
  readonly current?: keyof typeof places | undefined
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly errors?: readonly FieldFault[] | undefined
  readonly children: ComponentChildren
}

const places = {
  findings: { text: 'Findings', href: (id: string) => paths.draftFindings(id) },
  waivers: { text: 'Waivers', href: (id: string) => paths.draftWaivers(id) },
  comments: { text: 'Comments', href: (id: string) => paths.draftComments(id) },
  people: { text: 'People', href: (id: string) => paths.draftPeople(id) },
  review: { text: 'Review', href: (id: string) => paths.draftReview(id) },
  publish: { text: 'Publish', href: (id: string) => paths.draftPublish(id) },
} as const

export function DraftLayout(props: DraftLayoutProps) {
  const { account, demo, view, heading, errors, back, children } = props
  const { draft, title } = view
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title={`${heading} – ${title} ${draft.version}`}
      team
      back={back ?? toDraft(draft)}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {title}, {draft.version}
        </span>
        {heading}
      </h1>
      <p>
        <Tag colour={colours[draft.state]} text={stateNames[draft.state]} />
      </p>
      <Places {...props} />
      {children}
    </OwnLayout>
  )
}

function Places({ view, current }: DraftLayoutProps) {
  return (
    <nav aria-label="This draft">
      <ul class="lanyard-draft-places">
        {Object.entries(places)
          .filter(([place]) => place !== 'publish' || view.may.steward)
          .map(([place, { text, href }]) => (
            <li key={place}>
              <a href={href(view.draft.id)} aria-current={place === current ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
