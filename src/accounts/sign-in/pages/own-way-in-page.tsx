import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { EmailAddress } from '../model/email-address.ts'

interface OwnWayInPageProps extends OwnPageProps {
  readonly next: string
  readonly addresses: readonly EmailAddress[]
}

export function OwnWayInPage({ account, demo, next, addresses }: OwnWayInPageProps) {
  const title = 'Keep your passport when you change job'
  return (
    <OwnLayout {...{ account, demo, title }} notInMenu>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <Why addresses={addresses} />
      <p>
        Add a way in that is your own. <strong>It takes about two minutes.</strong> Your employer
        does not see it.
      </p>
      <ul>
        <li>A personal e-mail address is quickest.</li>
        <li>A recovery sheet is for you if you have no e-mail, or want a spare. You print it.</li>
      </ul>
      <div class="lanyard-actions">
        <Button href={paths.addAddress('personal')} text="Add a personal e-mail" />
        <Button href={paths.recoverySheet()} text="Make a recovery sheet" variant="secondary" />
      </div>
      <p>
        <a href={next}>Not now</a>. We ask again the next time you sign in.
      </p>
    </OwnLayout>
  )
}

function Why({ addresses }: Pick<OwnWayInPageProps, 'addresses'>) {
  const endings = addresses.flatMap(({ endsOn }) => (endsOn === undefined ? [] : [endsOn]))
  const soonest = endings.sort()[0]
  if (addresses.length === 0) {
    return <p>Your passport is yours. You have no e-mail address here yet, so you could lose it.</p>
  }
  return (
    <p>
      Your passport is yours. But you can only get to it with your work e-mail address
      {soonest === undefined ? '' : `, which ends on ${dayInWords(soonest)}`}. If you leave, you
      could be shut out.
    </p>
  )
}
