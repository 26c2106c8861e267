/** What every page of a draft begins with. */
import type { ComponentChildren } from 'preact'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  DoneBanner,
  type FieldFault,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { type Draft, refOfDraft } from '../model/draft.ts'

const doneWords: Readonly<Record<string, string>> = {
  begun: 'Your draft is ready. Nobody outside sees it until it is published.',
  saved: 'Saved.',
  added: 'Added.',
  moved: 'Moved.',
  'taken-out': 'Taken out. You can undo this on the front page of the draft.',
  renumbered: 'It has its new number.',
  undone: 'Undone.',
  'put-back': 'The earlier words stand here again.',
}

interface DraftLayoutProps extends OwnPageProps {
  readonly draft: Draft
  readonly title: string
  readonly back: { readonly href: string; readonly text: string }
  readonly done?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
  readonly wide?: boolean | undefined
  readonly children: ComponentChildren
}

export function DraftLayout({ draft, title, done, children, ...layout }: DraftLayoutProps) {
  const words = done === undefined ? undefined : doneWords[done]
  return (
    <OwnLayout {...layout} title={`${title}, draft ${refOfDraft(draft)}`} team>
      {words !== undefined && <DoneBanner title="Done" words={words} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Draft of {refOfDraft(draft)}</span>
        {title}
      </h1>
      <StateLine draft={draft} />
      {children}
    </OwnLayout>
  )
}

function StateLine({ draft: { state } }: { readonly draft: Draft }) {
  if (state === 'writing') return null
  return <InsetText text={stateWords[state]} />
}

const stateWords = {
  'in-review': 'Reviewers are reading this draft. You can go on writing.',
  approved: 'This draft is approved. If you change anything, it must be approved again.',
  published: 'This draft is published. Nothing in it changes any more.',
  'set-aside': 'This draft was set aside. Nothing in it changes any more.',
} as const

export function toDraft({ id }: Pick<Draft, 'id'>) {
  return { href: paths.draft(id), text: 'Back to the draft' }
}
