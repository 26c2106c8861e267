import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { LinkedIdentity } from '../model/open-id.ts'

interface UnlinkPageProps extends OwnPageProps {
  readonly identity: LinkedIdentity
  readonly name: string
}

export function UnlinkPage({ identity, name, account, demo }: UnlinkPageProps) {
  return (
    <OwnLayout
      {...{ account, demo }}
      title={`Remove ${name}`}
      notInMenu
      back={{ href: paths.account(), text: 'Your account' }}
    >
      <h1 class="nhsuk-heading-l">Remove {name}</h1>
      <p>You linked it on {plainDate(identity.linkedAt)}.</p>
      <p>
        Afterwards you can no longer sign in here with {name}. Your account at {name} and your
        records here stay as they are. You can link it again.
      </p>
      <OwnForm action={paths.unlink(identity.id)} csrfToken={account.csrfToken}>
        <Button text={`Remove ${name}`} variant="warning" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
