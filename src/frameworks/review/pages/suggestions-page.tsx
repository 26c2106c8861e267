import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { exchange } from '../model/accept-suggestions.ts'
import type { FindingsFilter } from '../model/choose-findings.ts'
import { severityNames } from '../model/finding-words.ts'
import { writeAccepted } from '../model/review-entered.ts'
import type { JudgedFinding } from '../model/waiver.ts'
import { DraftLayout, type DraftPageProps } from './draft-layout.tsx'
import { counted } from './findings-page.tsx'
import { FoundText } from './found-text.tsx'

interface SuggestionsPageProps extends DraftPageProps {
  readonly filter: FindingsFilter
  readonly findings: readonly JudgedFinding[]
  /** How many there are besides these. */
  readonly more: number
  readonly placeName: (thing: string) => string
  readonly textAt: (at: JudgedFinding['at']) => string | undefined
}

/** Each before and after, chosen one by one and sent together. */
export function SuggestionsPage(props: SuggestionsPageProps) {
  const { view, account, filter, findings, more } = props
  const { id } = view.draft
  return (
    <DraftLayout
      {...props}
      heading="Take several suggestions"
      back={{ href: paths.draftFindings(id, { ...filter }), text: 'Findings' }}
    >
      <p>
        A machine suggests these. Read each one. What you leave as it is does not change. Nothing
        changes before you press the button at the end.
      </p>
      {more > 0 && (
        <p>
          These are the first {findings.length}. {more} more come after you have sent these.
        </p>
      )}
      {findings.length === 0 ? (
        <p>No suggestion is left in this list.</p>
      ) : (
        <OwnForm action={paths.takeSuggestion(id)} csrfToken={account.csrfToken}>
          <input type="hidden" name="severity" value={filter.severity ?? ''} />
          <input type="hidden" name="code" value={filter.code ?? ''} />
          {findings.map((finding, at) => (
            <Choice key={`${finding.at} ${at}`} {...{ ...props, finding, at }} />
          ))}
          <Button
            text={`Change what I chose among ${counted(findings.length, 'place')}`}
            preventDoubleClick
          />
        </OwnForm>
      )}
    </DraftLayout>
  )
}

interface ChoiceProps extends SuggestionsPageProps {
  readonly finding: JudgedFinding
  readonly at: number
}

function Choice({ finding, at, placeName, textAt }: ChoiceProps) {
  const { code, quote, range, suggestions, message, severity } = finding
  const text = textAt(finding.at) ?? ''
  if (range === undefined) return null
  return (
    <Radios
      name={`change-${at}`}
      idPrefix={`change-${at}`}
      fieldset={{ legend: { text: placeName(finding.at), size: 'm' } }}
      hint={{
        children: (
          <>
            {severityNames[severity]}: {message}
            <FoundText text={text} range={range} />
          </>
        ),
      }}
      items={[
        ...suggestions.map((suggestion) => ({
          value: writeAccepted({ code, at: finding.at, start: range.start, quote, suggestion }),
          text: suggestion === '' ? `Take out “${quote}”` : `“${suggestion}” for “${quote}”`,
          hint: { children: <After {...{ text, range, suggestion }} /> },
        })),
        { value: 'none', text: 'Leave it as it is', checked: true },
      ]}
    />
  )
}

const around = 80

function After({
  text,
  range,
  suggestion,
}: {
  readonly text: string
  readonly range: { readonly start: number; readonly end: number }
  readonly suggestion: string
}) {
  const now = exchange(text, range, suggestion)
  const from = Math.max(0, range.start - around)
  const end = range.start + suggestion.length
  return (
    <span>
      After: {from > 0 && '… '}
      {now.slice(from, range.start)}
      <ins>{suggestion}</ins>
      {now.slice(end, end + around)}
      {end + around < now.length && ' …'}
    </span>
  )
}
