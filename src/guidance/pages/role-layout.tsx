import type { ComponentChildren } from 'preact'
import type { StoredEdition } from '../../frameworks/frameworks-store.ts'
import { paths } from '../../paths.ts'
import { PageLayout } from '../../ui/page-layout.tsx'
import type { RoleListWords } from '../model/role-guidance.ts'

interface RoleLayoutProps {
  readonly title: string
  readonly stored: StoredEdition
  /** Set on a page below the list of roles. */
  readonly list?: RoleListWords | undefined
  readonly children: ComponentChildren
}

/** The frame of the role pages, which say whose text it is. */
export function RoleLayout({ title, stored, list, children }: RoleLayoutProps) {
  const { edition, ref, status } = stored
  const home = { href: paths.home(), text: 'Home' }
  const breadcrumbs = list ? [home, { href: paths.roles(), text: list.title }] : [home]
  return (
    <PageLayout title={title} current="roles" breadcrumbs={breadcrumbs}>
      {children}
      <p class="nhsuk-body-s nhsuk-u-secondary-text-colour lanyard-notice">
        These words are part of the{' '}
        <a href={paths.framework(ref)}>
          {edition.title}, {edition.version}
        </a>
        {status === 'withdrawn' && ' (this edition has been withdrawn)'}. {edition.notice}
      </p>
    </PageLayout>
  )
}
