/** What every page of an edition shares: where one is, and whose text it is. */
import type { ComponentChildren } from 'preact'
import { paths } from '../../paths.ts'
import { notice, PageLayout } from '../../ui/page-layout.tsx'
import type { StoredEdition } from '../frameworks-store.ts'

export interface EditionPageProps {
  readonly stored: StoredEdition
}

interface EditionLayoutProps extends EditionPageProps {
  readonly title: string
  readonly trail?: readonly { readonly href: string; readonly text: string }[] | undefined
  readonly wide?: boolean | undefined
  readonly children: ComponentChildren
}

export function EditionLayout({ stored, title, trail, wide, children }: EditionLayoutProps) {
  const { edition, ref } = stored
  const home = { href: paths.framework(ref), text: `${edition.title}, ${edition.version}` }
  const breadcrumbs = [{ href: paths.home(), text: 'Home' }, ...(trail ? [home, ...trail] : [])]
  return (
    <PageLayout
      title={trail ? `${title} – ${edition.title}` : title}
      current="framework"
      breadcrumbs={breadcrumbs}
      wide={wide}
    >
      <p class="lanyard-print-only">
        {edition.title}, edition {edition.version}
      </p>
      <StatusNotice stored={stored} />
      {stored.successor && <NewerEdition ref_={stored.successor} />}
      {children}
      {edition.notice !== notice && (
        <p class="nhsuk-body-s nhsuk-u-secondary-text-colour">{edition.notice}</p>
      )}
    </PageLayout>
  )
}

/** This one stays as it is: people were signed off on its words. */
function NewerEdition({ ref_ }: { readonly ref_: string }) {
  return (
    <div class="nhsuk-inset-text">
      <p>
        There is a newer edition: <a href={paths.framework(ref_)}>{ref_.split('/')[1]}</a>. This one
        stays here, at the same address.
      </p>
    </div>
  )
}

function StatusNotice({ stored }: EditionPageProps) {
  const { edition, status } = stored
  const words = [
    edition.label,
    status === 'withdrawn'
      ? 'This edition has been withdrawn. It stays here to be read.'
      : undefined,
  ].filter((text) => text !== undefined)
  if (words.length === 0) return null
  return (
    <div class="nhsuk-inset-text lanyard-label">
      {words.map((text) => (
        <p key={text}>
          <strong>{text}</strong>
        </p>
      ))}
    </div>
  )
}
