/** The pages of a complaint, for people who are signed in and for people who are not. */
import type { ComponentChildren } from 'preact'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import type { FieldFault } from '../../../ui/own-layout.tsx'
import type { SignedIn } from '../../../ui/page-header.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'

export interface VisitorProps {
  /** Undefined for somebody who is not signed in. */
  readonly account: SignedIn | undefined
  readonly csrfToken: string
  readonly demo: boolean
}

interface ComplaintLayoutProps extends VisitorProps {
  readonly title: string
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly errors?: readonly FieldFault[] | undefined
  readonly children: ComponentChildren
}

export function ComplaintLayout(props: ComplaintLayoutProps) {
  const { account, demo, title, back, errors = [], children } = props
  return (
    <PageLayout {...{ account, demo, title, back }} errorTitle={errors.length > 0} noindex>
      {errors.length > 0 && (
        <ErrorSummary
          errorList={errors.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
        />
      )}
      {children}
    </PageLayout>
  )
}
