import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import { type Nation, nationNames, nations } from '../model/question.ts'

export interface EqualityPageProps extends OwnPageProps {
  readonly state: 'not-asked' | 'unreadable' | 'readable'
  /** What the holder answered, in words. */
  readonly held: readonly { readonly id: string; readonly asks: string; readonly answer: string }[]
  readonly nation: Nation | undefined
  readonly done: 'saved' | 'cleared' | undefined
}

export function EqualityPage(props: EqualityPageProps) {
  const { account, demo, done, state } = props
  const title = 'Equality questions'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      {done === 'saved' && <DoneBanner title="Saved" words="Your answers are saved." />}
      {done === 'cleared' && (
        <DoneBanner title="Cleared" words="All your answers are erased. Nothing of them is kept." />
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {state === 'not-asked' && (
        <p>
          Whoever runs this service does not ask these questions. Nothing of this kind is kept about
          you.
        </p>
      )}
      {state === 'unreadable' && <Unreadable />}
      {state === 'readable' && <Asked {...props} />}
    </OwnLayout>
  )
}

/** Said as it is: an empty form would look as if nothing had ever been answered. */
function Unreadable() {
  return (
    <WarningCallout heading={{ text: 'Your answers cannot be read now' }}>
      <p>
        Equality answers are kept with a key of their own. The key in use now is another one, so
        nobody can read any answers: not you, and not us. If you answered before, your answers are
        still there, locked.
      </p>
      <p>
        Whoever runs this service has to put the key back. You can{' '}
        <a href={paths.complain()}>complain about this</a>.
      </p>
    </WarningCallout>
  )
}

function Asked(props: EqualityPageProps) {
  return (
    <>
      <Held {...props} />
      <p>
        You do not have to answer any of these. It makes no difference to your passport, your job or
        what you can do here.
      </p>
      <h2 class="nhsuk-heading-m">Why we ask</h2>
      <p>
        To find out whether some groups of support workers get fewer chances to learn, be signed off
        and move on. Employers have duties in law to look at this.
      </p>
      <h2 class="nhsuk-heading-m">Who sees your answers</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>Nobody sees them by name. Not your manager, not your employer, not your assessor.</li>
        <li>
          They may be counted for a whole organisation, and only where 5 people or more gave the
          same answer. No figures are shown anywhere yet.
        </li>
        <li>
          They are locked with a key of their own, and kept without your name. Whoever runs this
          service holds the key, and may use it only to count.
        </li>
      </ul>
      <p>You can change or clear your answers at any time. Cleared answers are erased at once.</p>
      <Nations {...props} />
    </>
  )
}

function Held({ held, nation, account }: EqualityPageProps) {
  if (held.length === 0 || nation === undefined) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Your answers</h2>
      <InsetText text="Only you can see this." />
      <SummaryList
        rows={held.map(({ id, asks, answer }) => ({
          key: { text: asks },
          value: { text: answer },
          actions: [
            {
              href: `${paths.equalityQuestions(nation)}#${id}`,
              text: 'Change',
              visuallyHiddenText: `: ${asks}`,
            },
          ],
        }))}
      />
      <OwnForm action={paths.clearEquality()} csrfToken={account.csrfToken}>
        <Button variant="secondary" text="Clear all my answers" />
      </OwnForm>
    </>
  )
}

function Nations({ nation, held }: EqualityPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">{held.length === 0 ? 'Answer the questions' : 'Answer again'}</h2>
      <p>The questions are not the same in each nation. Where do you work?</p>
      <ul class="nhsuk-list">
        {nations.map((one) => (
          <li key={one}>
            <a href={paths.equalityQuestions(one)}>
              {nationNames[one]}
              {one === nation && ' (you answered these)'}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
