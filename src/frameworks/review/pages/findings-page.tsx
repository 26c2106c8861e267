import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Select } from '../../../ui/select.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { severities } from '../../model/wording-finding.ts'
import { checkQuestion, isCheck } from '../check-question.ts'
import type { FindingsCount, FindingsFilter, FoundPlace } from '../model/choose-findings.ts'
import { severityNames } from '../model/finding-words.ts'
import { writeAccepted } from '../model/review-entered.ts'
import { sentenceAfter } from '../model/sentence-after.ts'
import type { JudgedFinding } from '../model/waiver.ts'
import { nameOf } from '../read-draft-view.ts'
import { DraftLayout, type DraftPageProps } from './draft-layout.tsx'
import { FoundText } from './found-text.tsx'

interface FindingsPageProps extends DraftPageProps {
  readonly counts: readonly FindingsCount[]
  readonly codes: readonly { readonly code: string; readonly count: number }[]
  readonly filter: FindingsFilter
  /** How many fit the filter, of which these are one page. */
  readonly total: number
  readonly places: readonly FoundPlace[]
  readonly withSuggestions: number
  readonly page: { readonly number: number; readonly of: number }
  readonly placeName: (thing: string) => string
  readonly textAt: (at: JudgedFinding['at']) => string | undefined
  readonly done?: { readonly taken: number; readonly left: number } | undefined
}

export function FindingsPage(props: FindingsPageProps) {
  const { view, places, total, withSuggestions, filter, done } = props
  const { draft, may } = view
  return (
    <DraftLayout {...props} heading="Findings" current="findings">
      {done && <Done {...done} />}
      <Counts {...props} />
      {draft.state === 'approved' && may.write && (
        <p>This draft is approved. If you change anything, it must be approved again.</p>
      )}
      <Filter {...props} />
      <p>
        <strong>{counted(total, 'finding')}</strong>
        {filter.severity || filter.code ? ' in this list.' : '.'}
      </p>
      {may.write && withSuggestions > 1 && (
        <p>
          <a href={paths.draftSuggestions(draft.id, { ...filter })}>
            Look at all {withSuggestions} suggestions of this list, and take those that you want
          </a>
        </p>
      )}
      {total === 0 && <p>Nothing is left to mend here.</p>}
      {places.map((place) => (
        <Place key={place.thing} {...{ ...props, place }} />
      ))}
      <Pages {...props} />
    </DraftLayout>
  )
}

function Done({ taken, left }: { readonly taken: number; readonly left: number }) {
  const words =
    taken === 0 ? 'Nothing was changed.' : `${counted(taken, 'suggestion')} taken into the draft.`
  return (
    <DoneBanner title={taken === 0 ? 'Not changed' : 'Done'} words={words}>
      {left > 0 && (
        <p>
          {counted(left, 'suggestion')} left out: the words do not stand there any more as they were
          shown to you.
        </p>
      )}
    </DoneBanner>
  )
}

export function counted(number: number, thing: string): string {
  return `${number.toLocaleString('en-GB')} ${thing}${number === 1 ? '' : 's'}`
}

function Counts({ counts, view }: FindingsPageProps) {
  return (
    <dl class="lanyard-finding-counts">
      {counts.map(({ severity, open, waived }) => (
        <div key={severity}>
          <dt>{severityNames[severity]}</dt>
          <dd>
            <strong>{open}</strong>
            {waived > 0 && (
              <>
                , and <a href={paths.draftWaivers(view.draft.id)}>{waived} waived</a>
              </>
            )}
            {severity === 'must' &&
              (open === 0 ? ': nothing blocks publishing' : ' before publishing')}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Filter({ view, codes, filter }: FindingsPageProps) {
  return (
    <form method="get" action={paths.draftFindings(view.draft.id)} class="lanyard-filter">
      <div class="lanyard-filter__fields">
        <Select
          name="severity"
          id="severity"
          label="How grave"
          value={filter.severity}
          items={[
            { value: '', text: 'All' },
            ...severities.map((severity) => ({ value: severity, text: severityNames[severity] })),
          ]}
        />
        <Select
          name="code"
          id="code"
          label="Which check"
          value={filter.code}
          items={[
            { value: '', text: 'All checks' },
            ...codes.map(({ code, count }) => ({
              value: code,
              text: `${checkQuestion(code)} (${count})`,
            })),
          ]}
        />
        <Button variant="secondary" text="Show" />
      </div>
    </form>
  )
}

/** The section of a part is a thing of its own; the rest is named by two names. */
function thingToOpen([first]: FoundPlace['findings'], thing: string): string {
  const [kind, number, list, id] = first?.at.split('/') ?? []
  return kind === 'part' && list === 'sections' ? `part/${number}/sections/${id}` : thing
}

function Place(props: FindingsPageProps & { readonly place: FoundPlace }) {
  const { view, place, placeName } = props
  const address = paths.draftThing(view.draft.id, thingToOpen(place.findings, place.thing))
  return (
    <section class="lanyard-found-place">
      <h2 class="nhsuk-heading-m">
        <a href={address}>{placeName(place.thing)}</a>
      </h2>
      {view.may.write && (
        <p>
          <a href={address}>
            Change these words
            <span class="nhsuk-u-visually-hidden">: {placeName(place.thing)}</span>
          </a>
        </p>
      )}
      {place.findings.map((finding, at) => (
        <Found key={`${finding.code} ${finding.at} ${at}`} {...{ ...props, finding }} />
      ))}
      <p class="nhsuk-body-s">
        <a href={paths.draftComments(view.draft.id, { thing: place.thing })}>
          Comment
          <span class="nhsuk-u-visually-hidden"> on {placeName(place.thing)}</span>
        </a>
      </p>
    </section>
  )
}

const colours = { must: 'red', should: 'orange', advice: 'blue' } as const

type FoundProps = FindingsPageProps & { readonly finding: JudgedFinding }

function Found(props: FoundProps) {
  const { view, finding, textAt } = props
  const { code, severity, message, at, range, waiver, requirement } = finding
  const text = textAt(at)
  return (
    <div class="lanyard-finding">
      <p class="nhsuk-u-margin-bottom-2">
        {waiver ? (
          <Tag colour="grey" text="Waived" />
        ) : (
          <Tag colour={colours[severity]} text={severityNames[severity]} />
        )}{' '}
        {message}
        {requirement && ` (${requirement})`}
      </p>
      {isCheck(code) && (
        <p class="nhsuk-body-s">
          <a href={`${paths.checks()}#${code}`}>{checkQuestion(code)}</a>
        </p>
      )}
      {text !== undefined && <FoundText text={text} range={range} />}
      {waiver && (
        <p class="nhsuk-body-s">
          It stands because: {waiver.reason} ({nameOf(view, waiver.by)}, {plainDate(waiver.at)})
        </p>
      )}
      {view.may.write && !waiver && <Suggestions {...props} />}
      {view.may.write && view.may.steward && finding.waivable && !waiver && <Waive {...props} />}
    </div>
  )
}

function Suggestions({ view, account, finding, filter, textAt }: FoundProps) {
  const { code, at, range, quote, suggestions } = finding
  if (range === undefined || suggestions.length === 0) return null
  const text = textAt(at) ?? quote
  return (
    <OwnForm action={paths.takeSuggestion(view.draft.id)} csrfToken={account.csrfToken}>
      <input type="hidden" name="severity" value={filter.severity ?? ''} />
      <input type="hidden" name="code" value={filter.code ?? ''} />
      {suggestions.map((suggestion) => (
        <div key={suggestion}>
          <p class="nhsuk-body-s nhsuk-u-margin-bottom-2">
            It would read: “{sentenceAfter(text, range, suggestion)}”
          </p>
          <Button
            name="change"
            value={writeAccepted({ code, at, start: range.start, quote, suggestion })}
            variant="secondary"
            small
          >
            {suggestion === '' ? `Take out “${quote}”` : `Use “${suggestion}”`}
            {suggestion !== '' && (
              <span class="nhsuk-u-visually-hidden"> in place of “{quote}”</span>
            )}
          </Button>
        </div>
      ))}
    </OwnForm>
  )
}

function Waive({ view, finding }: FoundProps) {
  const { code, at, range } = finding
  const start = range === undefined ? undefined : String(range.start)
  return (
    <p class="nhsuk-body-s">
      <a href={paths.waiveFinding(view.draft.id, { code, at, start })}>
        Let it stand, with a reason
        <span class="nhsuk-u-visually-hidden">: {finding.message}</span>
      </a>
    </p>
  )
}

function Pages({ view, filter, page }: FindingsPageProps) {
  if (page.of < 2) return null
  const href = (number: number) =>
    paths.draftFindings(view.draft.id, { ...filter, page: String(number) })
  const label = (number: number) => ({ text: `${number} of ${page.of}` })
  return (
    <Pagination
      previous={
        page.number > 1 ? { href: href(page.number - 1), label: label(page.number - 1) } : undefined
      }
      next={
        page.number < page.of
          ? { href: href(page.number + 1), label: label(page.number + 1) }
          : undefined
      }
    />
  )
}
