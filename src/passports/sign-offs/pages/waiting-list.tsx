import { type Edition, statementsOf } from '../../../frameworks/model/framework.ts'
import { inWords } from '../../../frameworks/model/names.ts'
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm } from '../../../ui/own-layout.tsx'
import type { Waiting } from '../../model/asked-together.ts'
import type { NotSigned } from '../../model/list-not-signed.ts'
import { nameSigning } from '../../model/name-signing.ts'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import { currentCredential, type Signing } from '../../model/signing.ts'
import { nextChanceWords } from '../model/not-yet.ts'

interface WaitingListProps {
  readonly waiting: readonly Waiting[]
  readonly edition: Edition
  readonly csrfToken: string
}

/** What the holder asked for and nobody has answered. */
export function WaitingList({ waiting, edition, csrfToken }: WaitingListProps) {
  return (
    <ul class="nhsuk-list">
      {waiting.map(({ request, of }) => (
        <li key={request.id} class="lanyard-waiting">
          <p>
            <strong>{nameSigning(edition, request)}</strong>
            <br />
            You asked {inWords(of)} on {plainDate(request.at)}. Nothing to do: wait for their
            answer.{of.length > 1 && ' One of them is enough.'}
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

interface NotSignedListProps {
  readonly notSigned: readonly NotSigned[]
  readonly edition: Edition
}

/** Not signed, in whole or in part, and not asked for again since. */
export function NotSignedList({ notSigned, edition }: NotSignedListProps) {
  return (
    <ul class="nhsuk-list">
      {notSigned.map((one) => (
        <li key={one.request.id} class="lanyard-waiting">
          <p>
            <strong>{nameSigning(edition, one.request)}</strong>
          </p>
          {one.signing === undefined ? (
            <Declined {...one} />
          ) : (
            <SignedInPart {...{ ...one, signing: one.signing, edition }} />
          )}
          <AskAgain request={one.request} edition={edition} />
        </li>
      ))}
    </ul>
  )
}

function Declined({ request, others = [] }: NotSigned) {
  return (
    <>
      {[request, ...others].map((one) => (
        <div key={one.id}>
          <p>
            {one.assessorName} did not sign this off
            {one.answer && ` on ${plainDate(one.answer.at)}`}. They say:
          </p>
          <blockquote class="lanyard-words">{one.answer?.reason}</blockquote>
          <NextChance request={one} />
        </div>
      ))}
    </>
  )
}

/** Shown first of all that one can do. */
function NextChance({ request }: { readonly request: Pick<SignOffRequest, 'answer'> }) {
  const chance = request.answer?.chance
  if (chance === undefined) return null
  return (
    <p>
      <strong>Your next chance:</strong> {nextChanceWords(chance)}.
    </p>
  )
}

function SignedInPart({
  request,
  answeredAt,
  codes,
  reason,
  signing,
  edition,
}: NotSigned & { readonly signing: Signing; readonly edition: Edition }) {
  const wordings = new Map(statementsOf(edition).map(({ code, text }) => [code, text]))
  const credential = currentCredential(signing)
  const { length } = request.codes
  return (
    <>
      <p>
        {request.assessorName} signed {length - codes.length} of the {length} statements that you
        asked for, on {plainDate(answeredAt)}. Not this time:
      </p>
      <ul class="lanyard-confirmed">
        {codes.map((code) => (
          <li key={code}>{wordings.get(code) ?? code}</li>
        ))}
      </ul>
      {reason && (
        <>
          <p>{request.assessorName} says about what is left:</p>
          <blockquote class="lanyard-words">{reason}</blockquote>
        </>
      )}
      <NextChance request={request} />
      {signing.note && credential && (
        <p>
          <a href={paths.entry(credential)}>Read their note to you</a>
        </p>
      )}
    </>
  )
}

function AskAgain({
  request,
  edition,
}: {
  readonly request: SignOffRequest
  readonly edition: Edition
}) {
  const about = <span class="nhsuk-u-visually-hidden"> about {nameSigning(edition, request)}</span>
  return (
    <p class="lanyard-actions">
      <a href={paths.askAgain(request, 'same')}>Ask again{about}</a>
      <a href={paths.askAgain(request, 'other')}>Ask somebody else{about}</a>
    </p>
  )
}
