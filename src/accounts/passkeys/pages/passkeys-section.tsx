import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { ListedPasskey } from '../model/passkey.ts'

/** The part of the account page about passkeys. */
export function PasskeysSection({
  passkeys,
  sharedComputer,
}: {
  readonly passkeys: readonly ListedPasskey[]
  readonly sharedComputer: boolean
}) {
  return (
    <section aria-labelledby="passkeys">
      <h2 class="nhsuk-heading-m" id="passkeys">
        Passkeys
      </h2>
      {passkeys.length === 0 ? (
        <p>
          You have no passkey. With one you sign in the way you unlock your phone: with your
          fingerprint, your face or your PIN.
        </p>
      ) : (
        <SummaryList rows={passkeys.map(rowOf)} />
      )}
      {sharedComputer ? (
        <p>To add a passkey, sign in on your own phone or computer.</p>
      ) : (
        <Button text="Add a passkey" href={paths.addPasskey()} variant="secondary" />
      )}
    </section>
  )
}

function rowOf({ id, name, addedAt, lastUsedAt }: ListedPasskey) {
  const used = lastUsedAt === undefined ? 'Not used yet' : `Last used ${plainDate(lastUsedAt)}`
  return {
    key: name,
    value: `Added ${plainDate(addedAt)}. ${used}.`,
    actions: [
      { href: paths.passkey(id), text: 'Change or remove', visuallyHiddenText: `passkey ${name}` },
    ],
  }
}
