import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Draft } from '../../authoring/model/draft.ts'
import type { StoredEdition } from '../../frameworks-store.ts'
import { ChangesBody, type ChangesBodyProps } from './changes-body.tsx'

interface DraftChangesPageProps extends OwnPageProps, ChangesBodyProps {
  readonly draft: Draft
  readonly base: StoredEdition
}

export function DraftChangesPage({ account, demo, draft, base, ...body }: DraftChangesPageProps) {
  const title = `What the draft ${draft.version} changes`
  const { total } = body
  return (
    <OwnLayout {...{ account, demo, title }} team wide>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{base.edition.title}</span>
        {title}
      </h1>
      <p class="nhsuk-lede-text">
        {total === 1 ? '1 change' : `${total} changes`} since{' '}
        <a href={paths.framework(base.ref)}>{base.edition.version}</a>, as the draft stands now.
      </p>
      <p>
        <a href={paths.draftSuccession(draft.id)}>Decide what becomes of each statement</a>
      </p>
      <ChangesBody {...body} />
    </OwnLayout>
  )
}
