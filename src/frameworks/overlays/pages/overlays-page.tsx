import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { overlayKindNames } from '../model/overlay.ts'
import type { PublishedOverlay } from '../overlay-versions-store.ts'
import { notEvaluated } from './whose.tsx'

export function OverlaysPage({ overlays }: { readonly overlays: readonly PublishedOverlay[] }) {
  const title = 'What others add to the framework'
  return (
    <PageLayout
      title={title}
      current="framework"
      breadcrumbs={[
        { href: paths.home(), text: 'Home' },
        { href: paths.frameworks(), text: 'Frameworks' },
      ]}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        A profession, an employer, a sector or a nation can add statements of its own, or say beside
        ours what holds with them. The framework stays as it is: nothing in it is copied or changed.
      </p>
      <p>{notEvaluated}</p>
      {overlays.length === 0 ? (
        <p>Nobody has published anything of this kind yet.</p>
      ) : (
        <ul class="lanyard-contents-list">
          {overlays.map((overlay) => (
            <Entry key={overlay.id} overlay={overlay} />
          ))}
        </ul>
      )}
      <p>
        <a href={paths.ownOverlays()}>Write for your organisation</a> (you need the permission to
        steward a framework there)
      </p>
    </PageLayout>
  )
}

function Entry({
  overlay: { content, by, number, publishedAt, withdrawn },
}: {
  readonly overlay: PublishedOverlay
}) {
  return (
    <li>
      <a href={paths.withOverlay(content.edition, content.slug)}>{content.title}</a>{' '}
      {withdrawn !== undefined && <Tag text="Withdrawn" colour="grey" />}
      <span class="nhsuk-hint">
        {overlayKindNames[content.kind]}: {by}. Added to {content.edition}. Version {number},{' '}
        {plainDate(publishedAt)}.
      </span>
    </li>
  )
}
