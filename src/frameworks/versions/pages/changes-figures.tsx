/** How much changed: by kind and by place, drawn beside the figures in words. */
import { Table } from '../../../ui/table.tsx'
import type { Edition } from '../../model/framework.ts'
import { areaName, changeKindMeanings, changeKindNames } from '../model/change-names.ts'
import type { ChangeCounts, ChangeFilter } from '../model/choose-changes.ts'
import { changeKinds } from '../model/edition-change.ts'

interface ChangesFiguresProps {
  /** Of all changes, whatever is chosen. */
  readonly counts: ChangeCounts
  readonly unchanged: number
  readonly editions: readonly Edition[]
  readonly addressOf: (filter: ChangeFilter) => string
}

export function ChangesFigures({ counts, unchanged, editions, addressOf }: ChangesFiguresProps) {
  const kinds = changeKinds.map((kind) => ({ kind, number: counts.kind.get(kind) ?? 0 }))
  const most = Math.max(1, ...kinds.map(({ number }) => number))
  const areas = [...counts.area].map(([area, number]) => ({ area, number }))
  const mostAreas = Math.max(1, ...areas.map(({ number }) => number))
  return (
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-one-half">
        <Table
          caption={{ text: 'What happened', size: 's' }}
          compact
          head={[{ text: 'Kind' }, { text: 'How many' }]}
          firstCellIsHeader
          rows={[
            ...kinds
              .filter(({ number }) => number > 0)
              .map(({ kind, number }) => [
                {
                  children: (
                    <>
                      <a href={addressOf({ kind })}>{changeKindNames[kind]}</a>
                      <div class="nhsuk-hint nhsuk-u-margin-bottom-0 nhsuk-u-font-size-16">
                        {changeKindMeanings[kind]}
                      </div>
                    </>
                  ),
                },
                { children: <Drawn number={number} most={most} /> },
              ]),
            [{ text: 'Nothing changed' }, { text: String(unchanged) }],
          ]}
        />
      </div>
      <div class="nhsuk-grid-column-one-half">
        <Table
          caption={{ text: 'Where', size: 's' }}
          compact
          head={[{ text: 'Place' }, { text: 'Changes' }]}
          firstCellIsHeader
          rows={areas.map(({ area, number }) => [
            { children: <a href={addressOf({ area })}>{areaName(area, editions)}</a> },
            { children: <Drawn number={number} most={mostAreas} /> },
          ])}
        />
      </div>
    </div>
  )
}

/** The length is drawn; the figure says the same. */
function Drawn({ number, most }: { readonly number: number; readonly most: number }) {
  return (
    <>
      {number}
      <progress
        class="lanyard-coverage lanyard-changes__bar"
        aria-hidden="true"
        value={number}
        max={most}
      />
    </>
  )
}
