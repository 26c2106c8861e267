import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { daysToUndo } from '../model/days-to-undo.ts'

/** For whoever signs in while their account is closing. */
export function AccountClosingPage({
  eraseAfter,
  ...own
}: OwnPageProps & { readonly eraseAfter: Date }) {
  const title = 'Your account is closing'
  return (
    <OwnLayout {...own} title={title} notInMenu>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        You asked to close it. On <strong>{plainDate(eraseAfter)}</strong> your record is erased,
        and nobody can bring it back.
      </p>
      <p>
        Until then nothing is lost, and you can change your mind. Links that were stopped stay
        stopped, and requests that were taken back you can send again.
      </p>
      <OwnForm action={paths.keepAccount()} csrfToken={own.account.csrfToken}>
        <Button text="Keep my account" preventDoubleClick />
      </OwnForm>
      <h2 class="nhsuk-heading-m">If you still want to close it</h2>
      <p>
        You need do nothing more. You can still <a href={paths.exportRecord()}>get a copy</a> of
        your record. Then sign out.
      </p>
    </OwnLayout>
  )
}

/** For whoever has asked just now, and is signed in nowhere any more. */
export function ClosingAskedPage({ demo }: { readonly demo: boolean }) {
  const title = 'Your account will be closed'
  return (
    <PageLayout title={title} demo={demo} noindex>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p data-wipe-phone>
        You are signed out everywhere. {daysToUndo} days after you asked, your record is erased. We
        have written to your e-mail addresses, if we have any, with the day.
      </p>
      <p>
        If you change your mind, <a href={paths.signIn()}>sign in</a> before then and choose “Keep
        my account”.
      </p>
      <p>If you still want to close it, you need do nothing more.</p>
    </PageLayout>
  )
}
