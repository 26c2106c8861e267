import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Employer } from '../../memberships/people-store.ts'
import type { Invitation } from '../model/invitation.ts'
import { nameOf } from './invitation-words.ts'

interface PrintedCodesPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly printed: readonly {
    readonly invitation: Invitation
    readonly code: string
    readonly expiresAt: Date
  }[]
  /** Where the codes are entered, as it is typed. */
  readonly site: string
  readonly back: { readonly href: string; readonly text: string }
  /** Those of the file that are still to be printed. */
  readonly left: number
}

/** One sheet a person. The codes stand here and nowhere else. */
export function PrintedCodesPage(props: PrintedCodesPageProps) {
  const { employer, printed, site, back, left, account, demo } = props
  const one = printed.length === 1
  const title = one ? 'A code to hand over' : `${printed.length} codes to hand over`
  return (
    <OwnLayout {...{ account, demo, title }} team>
      <div class="lanyard-on-screen">
        <h1 class="nhsuk-heading-l">{title}</h1>
        <p>
          <strong>Print this page now.</strong> We cannot show {one ? 'this code' : 'these codes'}{' '}
          again. {one ? 'Hand it' : 'Each has a sheet of its own. Hand it'} to the person yourself.
        </p>
        <Button type="button" text="Print" attributes={{ 'data-print': '', hidden: true }} />
        <p>
          <a href={back.href}>{back.text}</a>
        </p>
        {left > 0 && <p>{left} more are to be printed. Go back and print again.</p>}
      </div>
      {printed.map(({ invitation, code, expiresAt }) => (
        <section key={invitation.id} class="lanyard-sheet">
          <h2 class="nhsuk-heading-m">Join {employer.name} on Lanyard</h2>
          <p>For {nameOf(invitation)}</p>
          <ol>
            <li>
              On any phone or computer, open <strong class="lanyard-breaks">{typed(site)}</strong>
            </li>
            <li>
              Type this code:
              <div class="lanyard-sheet__code">{code}</div>
            </li>
            <li>Read what it means, and say yes or no. You need no e-mail address.</li>
          </ol>
          <p>
            The code works once, until {plainDate(expiresAt)}. Show it to nobody else. If you lose
            it, ask your manager for another.
          </p>
        </section>
      ))}
    </OwnLayout>
  )
}

/** Without what a browser adds by itself. */
function typed(site: string): string {
  return `${site.replace(/^https:\/\//, '')}${paths.join()}`
}
