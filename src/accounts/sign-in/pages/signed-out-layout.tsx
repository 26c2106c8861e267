import type { ComponentChildren } from 'preact'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import type { FieldFault } from '../../../ui/own-layout.tsx'
import type { SignedIn } from '../../../ui/page-header.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'

interface SignedOutLayoutProps {
  readonly title: string
  readonly demo: boolean
  /** Of whoever is signed in already, and may become somebody else. */
  readonly account?: SignedIn | undefined
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly errors?: readonly FieldFault[] | undefined
  readonly children: ComponentChildren
}

/** What the pages on the way in share: nobody is signed in yet. */
export function SignedOutLayout({ errors = [], children, ...layout }: SignedOutLayoutProps) {
  return (
    <PageLayout {...layout} errorTitle={errors.length > 0} noindex>
      {errors.length > 0 && (
        <ErrorSummary
          errorList={errors.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
        />
      )}
      {children}
    </PageLayout>
  )
}
