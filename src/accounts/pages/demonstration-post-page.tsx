import { plainDate, plainTime } from '../../language/plain-dates.ts'
import type { ShownLetter } from '../../mail/demonstration-store.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import type { SignedIn } from '../../ui/page-header.tsx'
import { PageLayout } from '../../ui/page-layout.tsx'

interface DemonstrationPostPageProps {
  /** Newest first. */
  readonly letters: readonly ShownLetter[]
  readonly baseUrl: string
  readonly account?: SignedIn | undefined
}

export function DemonstrationPostPage({ letters, baseUrl, account }: DemonstrationPostPageProps) {
  const people = [...Map.groupBy(letters, ({ to }) => to)]
  return (
    <PageLayout title="The demonstration’s post box" account={account} demo noindex>
      <h1 class="nhsuk-heading-l">The demonstration’s post box</h1>
      <p>
        These letters went nowhere: this is the demonstration’s post box. The real service sends
        them by e-mail, and has no page like this.
      </p>
      {people.length === 0 && (
        <p>
          There is no letter yet. When you do something that sends an e-mail, such as asking for a
          code to <a href={paths.signIn()}>sign in</a>, it is shown here.
        </p>
      )}
      {people.map(([address, theirs]) => (
        <section key={address}>
          <h2 class="nhsuk-heading-m">To {address}</h2>
          {theirs.map((letter) => (
            <LetterCard key={letter.at.toISOString()} letter={letter} baseUrl={baseUrl} />
          ))}
        </section>
      ))}
    </PageLayout>
  )
}

function LetterCard({ letter, baseUrl }: { letter: ShownLetter; baseUrl: string }) {
  const { subject, text, at } = letter
  return (
    <Card heading={{ text: subject, level: 3, size: 's' }}>
      <p class="lanyard-meta">
        {plainTime(at)} on {plainDate(at)}
      </p>
      <p class="lanyard-letter__text">
        {text
          .trimEnd()
          .split('\n')
          .map((line, number) => (
            <Line key={number} line={line} baseUrl={baseUrl} />
          ))}
      </p>
    </Card>
  )
}

/** A line that is an address of ours can be followed, as a mail program would let people. */
function Line({ line, baseUrl }: { line: string; baseUrl: string }) {
  if (!line.startsWith(`${baseUrl}/`)) return <>{`${line}\n`}</>
  return (
    <>
      <a href={line}>{line}</a>
      {'\n'}
    </>
  )
}
