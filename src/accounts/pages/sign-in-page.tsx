import { paths } from '../../paths.ts'
import { PageLayout } from '../../ui/page-layout.tsx'
import type { DemonstrationPerson } from '../model/account.ts'

export interface SignInPageProps {
  /** Undefined outside the demonstration. */
  readonly people?: readonly DemonstrationPerson[] | undefined
  readonly csrfToken: string
  readonly next: string
}

export function SignInPage({ people, csrfToken, next }: SignInPageProps) {
  return (
    <PageLayout title="Sign in" demo={people !== undefined} noindex>
      <h1 class="nhsuk-heading-l">Sign in</h1>
      {people === undefined ? <NotSetUp /> : <ChoosePerson {...{ people, csrfToken, next }} />}
    </PageLayout>
  )
}

function NotSetUp() {
  return (
    <>
      <p>Sign-in is not set up on this service yet, so nobody can keep a passport here.</p>
      <p>
        You can <a href={paths.frameworks()}>read the framework</a> and{' '}
        <a href={paths.verify()}>verify a credential</a> without signing in.
      </p>
    </>
  )
}

function ChoosePerson({
  people,
  csrfToken,
  next,
}: {
  readonly people: readonly DemonstrationPerson[]
  readonly csrfToken: string
  readonly next: string
}) {
  return (
    <>
      <p>
        This is a demonstration. Choose a made-up person to see Lanyard as they would. No password
        is needed.
      </p>
      <form method="post" action={paths.signIn()} novalidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="next" value={next} />
        <ul class="nhsuk-list lanyard-people">
          {people.map(({ id, name, about }) => (
            <li key={id} class="lanyard-people__person">
              <button class="lanyard-people__button" type="submit" name="person" value={id}>
                <span class="lanyard-people__name">{name}</span>
                <span class="lanyard-people__about">{about}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </>
  )
}
