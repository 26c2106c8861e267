/** The states as drawn bars, each state told apart by its pattern, and the same in a table. */
import { type Counts, type State, states } from '../../../passports/model/evaluate-passport.ts'
import { Details } from '../../../ui/details.tsx'
import { Table } from '../../../ui/table.tsx'
import { countsInWords, type StandingGroup, totalOf } from '../model/shared-standing.ts'

export type StateNames = Readonly<Record<State, string>>

/** What each pattern means. Once a page, before its bars: it holds the patterns that they draw with. */
export function StateKey({
  names,
  shown,
}: {
  readonly names: StateNames
  readonly shown: readonly State[]
}) {
  return (
    <>
      <StatePatterns />
      <ul class="lanyard-state-key">
        {shown.map((state) => (
          <li key={state} class="lanyard-state-key__item">
            <svg class="lanyard-state-key__swatch" aria-hidden="true" focusable="false">
              <rect width="100%" height="100%" fill={`url(#state-${state})`} />
            </svg>
            {names[state]}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Lines, dots and crosses: they stay apart in print, and for whoever sees no colours. */
function StatePatterns() {
  return (
    <svg class="lanyard-state-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {states.map((state) => (
          <pattern
            key={state}
            id={`state-${state}`}
            class={`lanyard-state lanyard-state--${state}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect class="lanyard-state__ground" width="8" height="8" />
            <path class="lanyard-state__marks" d={marks[state]} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

const marks: Readonly<Record<State, string>> = {
  held: '',
  'due-soon': 'M-1 9L9 -1M-3 3L3 -3M5 11L11 5',
  lapsed: 'M1 1L7 7M7 1L1 7',
  paused: 'M2 1V7M6 1V7',
  'self-assessed': 'M0 2H8M0 6H8',
  missing: '',
  'not-my-role': 'M3 4H5',
}

/** The words beside it say the same, so it is hidden from readers. */
export function StateBar({ counts }: { readonly counts: Counts }) {
  const total = totalOf(counts)
  let before = 0
  return (
    <svg class="lanyard-state-bar" aria-hidden="true" focusable="false">
      {states.map((state) => {
        const share = total === 0 ? 0 : (counts[state] / total) * 100
        const from = before
        before += share
        return share === 0 ? null : (
          <rect
            key={state}
            class="lanyard-state-bar__part"
            x={`${from.toFixed(2)}%`}
            width={`${share.toFixed(2)}%`}
            height="100%"
            fill={`url(#state-${state})`}
          />
        )
      })}
    </svg>
  )
}

export interface StateBarsProps {
  readonly groups: readonly StandingGroup[]
  readonly names: StateNames
  /** Where each leads. */
  readonly hrefOf?: ((group: StandingGroup) => string) | undefined
}

export function StateBars({ groups, names, hrefOf }: StateBarsProps) {
  return (
    <ul class="lanyard-rows">
      {groups.map((group) => (
        <li key={group.key} class="lanyard-rows__row">
          <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">
            {hrefOf === undefined ? group.title : <a href={hrefOf(group)}>{group.title}</a>}
          </h3>
          <StateBar counts={group.counts} />
          <p class="lanyard-meta">{countsInWords(group.counts, names)}</p>
        </li>
      ))}
    </ul>
  )
}

/** The same figures, to read across or to copy. */
export function StateTable({
  groups,
  names,
  shown,
  kind,
}: StateBarsProps & {
  readonly shown: readonly State[]
  /** "Domain". */
  readonly kind: string
}) {
  const heads = [kind, ...shown.map((state) => sentence(names[state])), 'In all']
  return (
    <Details summary={`The same in a table, by ${kind.toLowerCase()}`}>
      <Table
        responsive
        firstCellIsHeader
        head={heads.map((text) => ({ text }))}
        rows={groups.map(({ title, counts }) => [
          { text: title },
          ...shown.map((state) => ({ text: String(counts[state]) })),
          { text: String(totalOf(counts)) },
        ])}
      />
    </Details>
  )
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
