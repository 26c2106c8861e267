import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { EventPartOf } from '../../model/check-event.ts'
import type { EventKind, EventPart } from '../../model/organisation-history.ts'
import { HiddenFields } from './add-page.tsx'
import { type EventEntered, eventTitles } from './event-page.tsx'

export interface CheckEventPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly kind: EventKind
  readonly on: string
  readonly source: string
  readonly newName?: string | undefined
  readonly parts: readonly (EventPartOf & {
    readonly name: string
    readonly mayIssue: boolean
    /** Credentials of one that ended, from the day of its end on. */
    readonly issuedSince: number
  })[]
  readonly entered: EventEntered
}

const partWords: Readonly<Record<EventPart, string>> = {
  ended: 'Ends. It issues nothing from that day on. What it issued before still counts.',
  continued: 'Goes on.',
  began: 'Begins on that day.',
}

/** What the register will say, before it says it for ever. */
export function CheckEventPage(props: CheckEventPageProps) {
  const { slug, name, kind, on, source, newName, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Check before recording"
      team
      back={{ href: paths.stewardsOrganisation(slug), text: name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{eventTitles[kind]}</span>
        Check before recording
      </h1>
      <SummaryList
        rows={[
          { key: 'From', value: dayInWords(on) },
          ...(newName === undefined
            ? []
            : [
                { key: 'New name', value: newName },
                { key: 'Earlier name', value: name },
              ]),
          { key: 'Announced in', value: source },
        ]}
      />
      {newName === undefined && <Parts {...props} />}
      <WarningCallout heading={{ text: 'This cannot be undone', level: 2 }}>
        <p>The register keeps what is recorded, and everybody sees it.</p>
      </WarningCallout>
      <OwnForm action={paths.recordOrganisationEvent(slug, kind)} csrfToken={account.csrfToken}>
        <HiddenFields fields={fieldsOf(props.entered)} />
        <div class="lanyard-actions">
          <Button text="Record it" preventDoubleClick />
          <Button
            text="Change"
            variant="secondary"
            href={`${paths.recordOrganisationEvent(slug, kind)}?${new URLSearchParams(fieldsOf(props.entered))}`}
          />
        </div>
      </OwnForm>
    </OwnLayout>
  )
}

function Parts({ parts }: CheckEventPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What happens to each</h2>
      <SummaryList rows={parts.map((one) => ({ key: one.name, value: wordsOf(one) }))} />
    </>
  )
}

function wordsOf({ part, mayIssue, issuedSince }: CheckEventPageProps['parts'][number]): string {
  const first = partWords[part]
  if (issuedSince > 0) {
    const issued = issuedSince === 1 ? '1 credential' : `${issuedSince} credentials`
    return `${first} It has issued ${issued} since then, which will be shown as not valid. Is the day right?`
  }
  if (part === 'ended' || mayIssue) return first
  return `${first} It is not verified, so it cannot issue until two stewards verify it.`
}

function fieldsOf({ on, ...entered }: EventEntered): Record<string, string> {
  return { ...entered, 'on-day': on.day, 'on-month': on.month, 'on-year': on.year }
}
