/** What every page of an edition shares: where one is, and whose text it is. */
import type { ComponentChildren } from 'preact'
import { dayInWords } from '../../language/plain-dates.ts'
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
  const { edition, status, withdrawal } = stored
  const withdrawn = status === 'withdrawn'
  if (edition.label === undefined && !withdrawn && withdrawal === undefined) return null
  return (
    <div class="nhsuk-inset-text lanyard-label">
      {edition.label && (
        <p>
          <strong>{edition.label}</strong>
        </p>
      )}
      {(withdrawn || withdrawal) && <WithdrawalNotice {...{ withdrawn, withdrawal }} />}
    </div>
  )
}

function WithdrawalNotice({
  withdrawn,
  withdrawal,
}: Pick<StoredEdition, 'withdrawal'> & { readonly withdrawn: boolean }) {
  const day = withdrawal && dayInWords(withdrawal.fromDay)
  const since = day === undefined ? '' : ` on ${day}`
  return (
    <>
      <p>
        <strong>
          {withdrawn
            ? `This edition was withdrawn${since}. It stays here to be read.`
            : `This edition will be withdrawn on ${day}. It stays here to be read.`}
        </strong>
      </p>
      {withdrawal && <p>Why: {withdrawal.reason}</p>}
      {withdrawal?.instead && (
        <p>
          Use instead:{' '}
          <a href={paths.framework(withdrawal.instead)}>
            edition {withdrawal.instead.split('/')[1]}
          </a>
        </p>
      )}
      {withdrawal?.noneLeft && <p>What to do now: {withdrawal.noneLeft}</p>}
    </>
  )
}
