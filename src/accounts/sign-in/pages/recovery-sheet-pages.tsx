import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { codesOnSheet, type RecoverySheet } from '../model/recovery-sheet.ts'

interface MakeSheetPageProps extends OwnPageProps {
  /** Sent back with the form: the same one makes the same sheet. */
  readonly seed: string
  readonly sheet?: RecoverySheet | undefined
}

export function MakeSheetPage({ account, demo, seed, sheet }: MakeSheetPageProps) {
  const title = 'Make a recovery sheet'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.account(), text: 'Your account' }}
      notInMenu
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        You get {codesOnSheet} codes. Each gets you in once, even if you have lost your e-mail, your
        phone or your job.
      </p>
      <p>
        We show them once, on the next page. Have a printer ready, or pen and paper. Keep the sheet
        at home, where you keep your passport or birth certificate.
      </p>
      {sheet !== undefined && (
        <p>
          <strong>Your sheet of {plainDate(sheet.madeAt)} then stops working.</strong> Throw it
          away.
        </p>
      )}
      {account.sharedComputer && (
        <p>You are on a shared computer. Take the print from the printer at once.</p>
      )}
      <OwnForm action={paths.recoverySheet()} csrfToken={account.csrfToken}>
        <input type="hidden" name="sheet" value={seed} />
        <Button text="Show me the codes" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

interface SheetPageProps extends OwnPageProps {
  readonly codes: readonly string[]
  readonly madeAt: Date
  readonly site: string
}

export function SheetPage({ account, demo, codes, madeAt, site }: SheetPageProps) {
  const title = 'Your recovery sheet'
  return (
    <OwnLayout {...{ account, demo, title }} notInMenu>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p class="lanyard-on-screen">
        <strong>Print this page or write the codes down now.</strong> We cannot show them again.
      </p>
      <p>
        Lanyard, made on {plainDate(madeAt)}. To get in, go to{' '}
        <span class="lanyard-breaks">{site}</span>, choose “recovery sheet” and type one code. Then
        cross it out.
      </p>
      <ol class="lanyard-codes">
        {codes.map((code) => (
          <li key={code} class="lanyard-codes__code">
            {code}
          </li>
        ))}
      </ol>
      <p>Give a code to nobody. We never ask for one by phone or e-mail.</p>
      <div class="lanyard-on-screen">
        <Button
          type="button"
          text="Print"
          variant="secondary"
          attributes={{ 'data-print': '', hidden: true }}
        />
        <p>
          <a href={paths.account('sheet-made')}>I have them on paper: go to my account</a>
        </p>
      </div>
    </OwnLayout>
  )
}
