import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type Signing, waitingSignOffs } from '../../model/signing.ts'

export interface AskedSecond {
  readonly signing: Signing
  readonly holderName: string
  readonly title: string
}

interface SecondsPageProps extends OwnPageProps {
  readonly asked: readonly AskedSecond[]
  readonly personId: string
}

export function SecondsPage({ asked, personId, account, demo }: SecondsPageProps) {
  const title = 'Waiting for a second assessor'
  const open = asked.filter(({ signing }) => waitingSignOffs(signing).length > 0)
  const done = asked.filter(({ signing }) => signing.second?.assessorId === personId)
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.requests(), text: 'Requests for sign-off' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        A colleague signed these first. They are higher-risk, so they count only once you have
        confirmed them too.
      </p>
      {open.length === 0 && <p>Nothing waits for you. When somebody asks you, it stands here.</p>}
      <SecondList asked={open} />
      {done.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Answered by you</h2>
          <SecondList asked={done} />
        </>
      )}
    </OwnLayout>
  )
}

function SecondList({ asked }: Pick<SecondsPageProps, 'asked'>) {
  return (
    <ul class="nhsuk-list">
      {asked.map(({ signing, holderName, title }) => (
        <li key={signing.id} class="lanyard-waiting">
          <a href={paths.second(signing.id)}>
            <strong>
              {holderName}: {title}
            </strong>
          </a>
          <br />
          Signed first by {signing.shown.assessor.name}, on {plainDate(signing.at)}
        </li>
      ))}
    </ul>
  )
}
