/** A comparison of two editions: figures, a choice, and the changes, place by place. */
import { Pagination } from '../../../ui/pagination.tsx'
import { Select } from '../../../ui/select.tsx'
import { type Edition, levelSlugs } from '../../model/framework.ts'
import { levelName } from '../../model/names.ts'
import { areaName, changeKindNames } from '../model/change-names.ts'
import type { ChangeCounts, ChangeFilter } from '../model/choose-changes.ts'
import { areasOf, type ChangeKind, changeKinds } from '../model/edition-change.ts'
import type { Area } from '../model/passage.ts'
import { ChangesFigures } from './changes-figures.tsx'
import { ChangesList, type ChangesListProps } from './changes-list.tsx'

export interface ChangesAddresses {
  /** Of this comparison, narrowed down. */
  readonly chosen: (
    filter: ChangeFilter & { readonly page?: string; readonly as?: string },
  ) => string
  readonly word: string
}

export interface ChangesBodyProps extends ChangesListProps {
  /** Earlier, then later. */
  readonly editions: readonly [Edition, Edition]
  readonly filter: ChangeFilter
  /** Of all changes, and as the other choices stand. */
  readonly counts: { readonly all: ChangeCounts; readonly left: ChangeCounts }
  readonly total: number
  readonly unchanged: number
  /** All that fit the choice; those shown are `changes`. */
  readonly found: number
  readonly page: { readonly number: number; readonly of: number }
  readonly addresses: ChangesAddresses
}

export function ChangesBody(props: ChangesBodyProps) {
  const { total, addresses, counts, unchanged, editions, found, page } = props
  if (total === 0) return <p class="nhsuk-lede-text">Not a word differs between the two.</p>
  return (
    <>
      <p class="nhsuk-body-s">
        Take it with you: <a href={addresses.word}>all changes as a Word document</a>, or{' '}
        <a href={addresses.chosen({ as: 'json' })}>for machines as JSON</a>. This page can be
        printed as it is.
      </p>
      <ChangesFigures
        {...{
          counts: counts.all,
          unchanged,
          editions,
          addressOf: (filter) => `${addresses.chosen(filter)}#changes`,
        }}
      />
      <ChoiceForm {...props} />
      <h2 class="nhsuk-heading-m" id="changes">
        {found === 1 ? '1 change' : `${found} changes`}
        {page.of > 1 && `, part ${page.number} of ${page.of}`}
      </h2>
      <p>
        Words taken out are struck through in the line that begins “Before”. Words added are
        underlined in the line that begins “Now”.
      </p>
      <ByArea {...props} />
      <Pages {...props} />
    </>
  )
}

function ByArea({ changes, editions, ...list }: ChangesBodyProps) {
  const groups = Map.groupBy(changes, (change) => areasOf(change)[0])
  return (
    <>
      {[...groups].map(([area, held]) => (
        <section key={area}>
          <h2 class="nhsuk-heading-m">{area && areaName(area, editions)}</h2>
          <ChangesList {...list} changes={held} />
        </section>
      ))}
    </>
  )
}

function ChoiceForm({ filter, counts: { left }, editions, addresses }: ChangesBodyProps) {
  const [, later] = editions
  return (
    <search>
      <form class="lanyard-filter" method="get" action={`${addresses.chosen({})}#changes`}>
        <div class="lanyard-filter__fields">
          <Choice
            {...{ name: 'kind', label: 'What happened', all: 'Everything', chosen: filter.kind }}
            options={changeKinds.map((kind) => optionOf(kind, changeKindNames[kind], left.kind))}
          />
          <Choice
            {...{ name: 'area', label: 'Where', all: 'Everywhere', chosen: filter.area }}
            options={[...left.area.keys()].map((area) =>
              optionOf(area, areaName(area, editions), left.area),
            )}
          />
          <Choice
            {...{ name: 'level', label: 'Level', all: 'All levels', chosen: filter.level }}
            options={levelSlugs.map((level) =>
              optionOf(level, levelName(later, level), left.level),
            )}
          />
          <button class="nhsuk-button nhsuk-button--small" type="submit">
            Show these
          </button>
        </div>
        {Object.values(filter).some((chosen) => chosen !== undefined) && (
          <p>
            <a href={addresses.chosen({})}>Show all changes</a>
          </p>
        )}
      </form>
    </search>
  )
}

function optionOf<Slug extends ChangeKind | Area | (typeof levelSlugs)[number]>(
  value: Slug,
  name: string,
  counts: ReadonlyMap<Slug, number>,
) {
  return { value, text: `${name} (${counts.get(value) ?? 0})` }
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly chosen: string | undefined
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  return (
    <Select
      name={name}
      label={label}
      value={chosen ?? ''}
      items={[{ value: '', text: all }, ...options]}
    />
  )
}

function Pages({ page: { number, of }, filter, addresses }: ChangesBodyProps) {
  if (of < 2) return null
  const address = (page: number) => addresses.chosen({ ...filter, page: String(page) })
  return (
    <>
      <Pagination
        ariaLabel="Parts of the list"
        previous={number > 1 ? { href: address(number - 1) } : undefined}
        next={number < of ? { href: address(number + 1) } : undefined}
      />
      <p>
        <a href={addresses.chosen({ ...filter, page: 'all' })}>All of it on one page, to print</a>
      </p>
    </>
  )
}
