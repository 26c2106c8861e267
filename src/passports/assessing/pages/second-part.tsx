import { describeRegistration } from '../../../accounts/model/describe-registration.ts'
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { type Signing, waitingSignOffs } from '../../model/signing.ts'

/** What of a signing waits for a second assessor, or what they said: never as held. */
export function SecondPart({ signing }: { readonly signing: Signing }) {
  const waiting = waitingSignOffs(signing).map(({ code }) => code)
  const { second, signOffs } = signing
  const codesOf = (stage: string) =>
    signOffs.filter((one) => one.second === stage && !one.withdrawal).map(({ code }) => code)
  const [confirmed, declined] = [codesOf('confirmed'), codesOf('declined')]
  return (
    <>
      {waiting.length > 0 && (
        <p>
          <strong>Signed by {signing.shown.assessor.name}, waiting for a second assessor:</strong>{' '}
          {waiting.join(', ')}. {waiting.length === 1 ? 'It does' : 'They do'} not count yet.{' '}
          <a href={paths.askSecond(signing.id)}>
            Ask a second assessor
            <span class="nhsuk-u-visually-hidden"> about {waiting.join(', ')}</span>
          </a>
        </p>
      )}
      {second && confirmed.length > 0 && (
        <p>
          Second assessor of {confirmed.join(', ')}: {secondLine(second)}.
        </p>
      )}
      {second && declined.length > 0 && (
        <>
          <p>
            {second.shown.name} did not confirm {declined.join(', ')} as the second assessor, on{' '}
            {plainDate(second.at)}. {declined.length === 1 ? 'It does' : 'They do'} not count. They
            say:
          </p>
          <blockquote class="lanyard-words">{second.reason}</blockquote>
        </>
      )}
    </>
  )
}

export function secondLine({ shown, at }: NonNullable<Signing['second']>): string {
  const { name, jobTitle, registration } = shown
  const who = [name, jobTitle, registration && describeRegistration(registration)]
  return `${who.filter(Boolean).join(', ')}, on ${plainDate(at)}`
}
