import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Evidence } from '../model/evidence.ts'

export function TakeOutEvidencePage({
  account,
  demo,
  evidence,
}: OwnPageProps & { readonly evidence: Evidence }) {
  const { id, about, words } = evidence
  const title = 'Take this evidence out?'
  const place = 'entryId' in about ? about.entryId : about.code
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.evidenceFor(place), text: 'Back' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        <strong>{words}</strong>
      </p>
      <p>You cannot get it back.</p>
      <OwnForm action={paths.takeOutEvidence(id)} csrfToken={account.csrfToken}>
        <Button text="Take it out" variant="warning" />
      </OwnForm>
    </OwnLayout>
  )
}
