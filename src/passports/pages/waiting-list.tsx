import { plainDate } from '../../credentials/model/london-date.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { nameSigning } from '../model/name-signing.ts'
import type { SignOffRequest } from '../model/sign-off-request.ts'
import { OwnForm } from './own-layout.tsx'

interface WaitingListProps {
  readonly requests: readonly SignOffRequest[]
  readonly edition: Edition
  readonly csrfToken: string
}

/** What the holder asked for and nobody has answered. */
export function WaitingList({ requests, edition, csrfToken }: WaitingListProps) {
  return (
    <ul class="nhsuk-list">
      {requests.map((request) => (
        <li key={request.id} class="lanyard-waiting">
          <p>
            <strong>{nameSigning(edition, request)}</strong>
            <br />
            You asked {request.assessorName} on {plainDate(request.at)}. Nothing to do: wait for
            their answer.
          </p>
          <OwnForm action={paths.takeBack(request.id)} csrfToken={csrfToken}>
            <Button variant="secondary" small>
              Take back
              <span class="nhsuk-u-visually-hidden"> {nameSigning(edition, request)}</span>
            </Button>
          </OwnForm>
        </li>
      ))}
    </ul>
  )
}

/** Declined, and not asked for again since. */
export function DeclinedList({
  requests,
  edition,
}: Pick<WaitingListProps, 'requests' | 'edition'>) {
  return (
    <ul class="nhsuk-list">
      {requests.map(({ answer, ...request }) => (
        <li key={request.id} class="lanyard-waiting">
          <p>
            <strong>{nameSigning(edition, request)}</strong>
            <br />
            {request.assessorName} did not sign this off{answer && ` on ${plainDate(answer.at)}`}.
            They say:
          </p>
          <blockquote class="lanyard-words">{answer?.reason}</blockquote>
          <p>
            <a href={paths.askForSignOff(request.section, request.level)}>
              Ask again
              <span class="nhsuk-u-visually-hidden">: {nameSigning(edition, request)}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}
