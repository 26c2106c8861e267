/** What every signed-in page shares, and the parts of its forms. */
import type { ComponentChildren } from 'preact'
import type { Finding } from '../finding.ts'
import { Checkboxes } from './checkboxes.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import type { SignedIn } from './page-header.tsx'
import { PageLayout } from './page-layout.tsx'

export interface FieldFault {
  readonly field: string
  readonly message: string
}

/** Who is looking, and at what kind of site. */
export interface OwnPageProps {
  readonly account: SignedIn
  readonly demo: boolean
}

interface OwnLayoutProps extends OwnPageProps {
  readonly title: string
  readonly team?: boolean | undefined
  readonly wide?: boolean | undefined
  /** Neither of the passport nor of the team. */
  readonly notInMenu?: boolean | undefined
  /** The page looks again by itself where there is no script. */
  readonly refreshSeconds?: number | undefined
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly errors?: readonly FieldFault[] | undefined
  readonly children: ComponentChildren
}

export function OwnLayout({ errors = [], team, notInMenu, children, ...layout }: OwnLayoutProps) {
  const current = team ? 'team' : 'passport'
  return (
    <PageLayout
      {...layout}
      current={notInMenu ? undefined : current}
      errorTitle={errors.length > 0}
      noindex
    >
      {errors.length > 0 && (
        <ErrorSummary
          errorList={errors.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
        />
      )}
      {children}
    </PageLayout>
  )
}

/** A form of ours: its token, and nothing checked by the browser. */
export function OwnForm({
  action,
  csrfToken,
  id,
  children,
}: {
  readonly action: string
  /** For a button that stands outside it. */
  readonly id?: string | undefined
  readonly csrfToken: string
  readonly children: ComponentChildren
}) {
  return (
    <form method="post" action={action} id={id} novalidate>
      <input type="hidden" name="_csrf" value={csrfToken} />
      {children}
    </form>
  )
}

export function faultOf(
  errors: readonly FieldFault[] | undefined,
  field: string,
): string | undefined {
  return errors?.find((error) => error.field === field)?.message
}

/** What was done just now. */
export function DoneBanner({
  title,
  words,
  children,
}: {
  readonly title: string
  readonly words: string
  readonly children?: ComponentChildren
}) {
  return (
    <NotificationBanner variant="success" title={{ text: title, id: 'done-title' }}>
      <p class="nhsuk-notification-banner__heading">{words}</p>
      {children}
    </NotificationBanner>
  )
}

export const noPatients =
  'Do not name a patient or anybody you support, and leave out numbers and dates of birth.'

/** Asked only when the words look as if they tell who a patient is. */
export function ConfirmNoPatient({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <Checkboxes
      name="no-patient"
      idPrefix="no-patient"
      fieldset={{ legend: { text: 'Is this about a patient?', size: 's' } }}
      hint="Change your words, or tick the box and send again."
      items={[{ value: 'yes', text: 'I have checked. My words do not say who a patient is.' }]}
    />
  )
}
