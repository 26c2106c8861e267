import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { entryKindNames } from '../../model/entry.ts'
import { isWaiting, type OriginalRequest, standingAnswer } from '../model/original.ts'
import { type Received, standingOf } from '../model/received.ts'
import { stateOf, type TrainingFile } from '../model/training-file.ts'
import { standingWords } from './bring-words.ts'

interface BringPageProps extends OwnPageProps {
  readonly received: readonly Received[]
  readonly files: readonly TrainingFile[]
  readonly originals: readonly OriginalRequest[]
  readonly done?: string | undefined
}

const title = 'Bring what you have'

/** Three ways in, and what came of each. */
export function BringPage(props: BringPageProps) {
  const { account, demo, done } = props
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      {done && <DoneBanner title="Done" words={done} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>You do not have to start again. Bring what you earned somewhere else.</p>
      <Ways />
      <Files {...props} />
      <ReceivedList {...props} />
      <Originals {...props} />
    </OwnLayout>
  )
}

function Ways() {
  return (
    <ul class="nhsuk-list">
      {ways.map(({ href, text, hint }) => (
        <li key={href} class="lanyard-waiting">
          <p>
            <a href={href}>{text}</a>
            <br />
            {hint}
          </p>
        </li>
      ))}
    </ul>
  )
}

const ways = [
  {
    ...{ href: paths.bringCredential(), text: 'A badge or a digital credential' },
    hint: 'A file that you were given, or downloaded. We check it at once.',
  },
  {
    ...{ href: paths.bringFile(), text: 'A list of your training' },
    hint: 'From ESR or a learning system, as a CSV file.',
  },
  {
    ...{ href: paths.bringCertificate(), text: 'A paper certificate' },
    hint: 'You write down what it says. A colleague can confirm that they saw it.',
  },
] as const

function Files({ files }: BringPageProps) {
  if (files.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Lists of training that you began</h2>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <a href={paths.trainingFile(file.id)}>
              {stateOf(file) === 'importing' ? 'Being taken in' : 'Go on'}: the list of{' '}
              {plainDate(file.madeAt)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function ReceivedList({ received }: BringPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Badges and credentials you brought</h2>
      {received.length === 0 && <p>None yet.</p>}
      <ul class="nhsuk-list">
        {received.map((one) => {
          const { tag, colour } = standingWords[standingOf(one)]
          return (
            <li key={one.id} class="lanyard-waiting">
              <p>
                <a class="lanyard-breaks" href={paths.received(one.id)}>
                  {one.title}
                </a>
                <br />
                <span class="lanyard-breaks">
                  {one.check.issuerName ?? `It says it is from: ${one.saidIssuer}`}
                </span>
              </p>
              <p>
                <Tag colour={colour} text={tag} />
              </p>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Originals({ originals, account }: BringPageProps) {
  const shown = originals.filter(({ endedAt }) => endedAt === undefined)
  if (shown.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Certificates for somebody to look at</h2>
      <ul class="nhsuk-list">
        {shown.map((request) => (
          <li key={request.id} class="lanyard-waiting">
            <p>
              <strong class="lanyard-breaks">{request.shown.title}</strong>
              <br />
              {entryKindNames[request.shown.kind]}
            </p>
            <OriginalState request={request} />
            {isWaiting(request) && (
              <OwnForm action={paths.endOriginal(request.id)} csrfToken={account.csrfToken}>
                <Button variant="secondary" small>
                  Stop asking
                  <span class="nhsuk-u-visually-hidden"> about {request.shown.title}</span>
                </Button>
              </OwnForm>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function OriginalState({ request }: { readonly request: OriginalRequest }) {
  const answer = standingAnswer(request)
  const { organisationName, entryId } = request
  if (answer === undefined) {
    return (
      <p>
        <Tag colour="blue" text="Waiting for somebody to look at the original" />
        <br />
        Show it to a colleague at {organisationName} who signs off or issues credentials. They find
        it under “My work”.
      </p>
    )
  }
  if (answer.outcome === 'not-seen') {
    return (
      <>
        <p>
          <Tag colour="orange" text="Not confirmed" /> {answer.shown.by} says:
        </p>
        <blockquote class="lanyard-words">{answer.reason}</blockquote>
        <p>
          <a href={paths.askForOriginal(entryId)}>Ask again</a>
        </p>
      </>
    )
  }
  return (
    <p>
      <Tag colour="green" text="Original seen" /> by {answer.shown.by}, {answer.shown.organisation},
      on {dayInWords(answer.on ?? '')}
      {answer.until ? `, until ${dayInWords(answer.until)}` : ''}.
    </p>
  )
}
