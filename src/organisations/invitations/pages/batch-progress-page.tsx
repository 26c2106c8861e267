import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { JobProgress, refreshSeconds } from '../../../ui/job-progress.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Employer } from '../../memberships/people-store.ts'
import type { Batch } from '../model/batch.ts'

interface BatchProgressPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly batch: Batch
  /** Those for a printed code that nobody has printed yet. */
  readonly toPrint: number
}

/** While it goes on the page looks again by itself, with script or without. */
export function BatchSendingPage({ employer, batch, account, demo }: BatchProgressPageProps) {
  const { done, total } = batch
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Inviting people"
      team
      refreshSeconds={refreshSeconds}
      back={{ href: paths.people(employer.slug), text: 'People' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        Inviting people
      </h1>
      <JobProgress done={done} total={total} of="people" />
    </OwnLayout>
  )
}

export function BatchFinishedPage(props: BatchProgressPageProps) {
  const { employer, batch, account, demo } = props
  const { invited, total } = batch
  const title =
    invited === 1 ? '1 person is invited' : `${invited.toLocaleString('en-GB')} people are invited`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.people(employer.slug), text: 'People' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        {title}
      </h1>
      {invited < total && (
        <p>
          {(total - invited).toLocaleString('en-GB')} had joined or been invited in the meantime,
          and were left out.
        </p>
      )}
      <Printing {...props} />
      <p>
        They stand under <a href={paths.invitations(employer.slug)}>Invitations</a> until they
        answer.
      </p>
    </OwnLayout>
  )
}

function Printing({ employer, batch, toPrint, account }: BatchProgressPageProps) {
  if (toPrint === 0) return null
  return (
    <>
      <p>
        {toPrint === 1 ? '1 person has' : `${toPrint.toLocaleString('en-GB')} people have`} no
        e-mail address. Print their codes, one sheet each, and hand them over. The codes are shown
        once.
      </p>
      <OwnForm action={paths.printBatch(employer.slug, batch.id)} csrfToken={account.csrfToken}>
        <Button text={printWords(toPrint)} preventDoubleClick />
      </OwnForm>
    </>
  )
}

/** As many as come out in one go: see `printedAtOnce`. */
function printWords(toPrint: number): string {
  if (toPrint === 1) return 'Make and print the code'
  return toPrint > 200 ? 'Make and print the next 200 codes' : `Make and print ${toPrint} codes`
}
