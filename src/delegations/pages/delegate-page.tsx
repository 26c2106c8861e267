import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../ui/own-layout.tsx'
import { AboutCarers } from './delegations-page.tsx'

export interface DelegatePageProps extends OwnPageProps {
  readonly at: string
  readonly places: readonly { readonly slug: string; readonly name: string }[]
  readonly name: string
  readonly found: readonly {
    readonly id: string
    readonly name: string
    readonly jobTitle: string
  }[]
  readonly code: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function DelegatePage(props: DelegatePageProps) {
  const { account, demo, at, places, name, found, errors } = props
  const title = 'Whom do you want to ask?'
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      back={{ href: paths.delegations(), text: 'Delegated tasks' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {places.length > 1 && <Places {...{ at, places }} />}
      <h2 class="nhsuk-heading-m">A colleague of yours</h2>
      <form action={paths.delegate()}>
        <input type="hidden" name="at" value={at} />
        <Input name="name" id="name" label="Part of their name" value={name} />
        <Button text="Look" variant="secondary" />
      </form>
      {name !== '' && found.length === 0 && <p>Nobody of that name works with you today.</p>}
      <ul class="nhsuk-list nhsuk-list--border">
        {found.map((one) => (
          <li key={one.id}>
            <a href={paths.delegateTo(one.id, { at })}>{one.name}</a>, {one.jobTitle}
          </li>
        ))}
      </ul>
      <ByCode {...props} errors={errors} />
      <AboutCarers />
    </OwnLayout>
  )
}

function Places({ at, places }: Pick<DelegatePageProps, 'at' | 'places'>) {
  return (
    <p>
      You ask for:{' '}
      {places.map(({ slug, name }, place) => (
        <>
          {place > 0 && ', '}
          {slug === at ? (
            <strong>{name}</strong>
          ) : (
            <a href={paths.delegate({ at: slug })}>{name}</a>
          )}
        </>
      ))}
    </p>
  )
}

function ByCode({ account, at, code, errors }: DelegatePageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">A care worker or personal assistant of another employer</h2>
      <p>
        They can give you a code from their own page of delegated tasks. If they say yes, their
        employer is asked too. If the person they support employs them, that person agrees.
      </p>
      <OwnForm action={paths.openWorker()} csrfToken={account.csrfToken}>
        <input type="hidden" name="at" value={at} />
        <Input
          name="code"
          id="code"
          label="Their code"
          hint="Ten letters and figures"
          value={code}
          errorMessage={faultOf(errors, 'code')}
          autocomplete="off"
        />
        <Button text="Go on" variant="secondary" />
      </OwnForm>
    </>
  )
}
