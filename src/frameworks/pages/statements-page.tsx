import { paths } from '../../paths.ts'
import type { FilterCounts, StatementFilter } from '../model/find-statements.ts'
import { levelOf, levelSlugs, pillarSlugs, type Statement } from '../model/framework.ts'
import { levelName, pillarName } from '../model/names.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'

interface StatementsPageProps extends EditionPageProps {
  readonly statements: readonly Statement[]
  readonly counts: FilterCounts
  readonly filter: StatementFilter
  readonly words: string
}

export function StatementsPage(props: StatementsPageProps) {
  const { stored, statements, words } = props
  const number = statements.length
  return (
    <EditionLayout stored={stored} title="Find statements" trail={[]} wide>
      <h1 class="nhsuk-heading-xl">Find statements</h1>
      <div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-one-third">
          <FilterForm {...props} />
        </div>
        <div class="nhsuk-grid-column-two-thirds">
          <h2 class="nhsuk-heading-m" id="found">
            {number === 1 ? '1 statement' : `${number} statements`}
            {words !== '' && ` about “${words}”`}
          </h2>
          {number === 0 && (
            <p>
              Nothing was found. Use fewer or other words, or{' '}
              <a href={paths.statements(stored.ref)}>show all statements</a>.
            </p>
          )}
          <ul class="lanyard-contents-list">
            {statements.map((statement) => (
              <Result key={statement.code} {...{ stored, statement }} />
            ))}
          </ul>
        </div>
      </div>
    </EditionLayout>
  )
}

function Result({ stored, statement }: EditionPageProps & { readonly statement: Statement }) {
  const level = levelOf(statement.code)
  return (
    <li>
      <a href={paths.statement(stored.ref, statement.code)}>{statement.text}</a>
      <span class="nhsuk-hint">
        {statement.code} · {level && levelName(stored.edition, level)} ·{' '}
        {statement.pillars.map((pillar) => pillarName(stored.edition, pillar)).join(', ')}
      </span>
    </li>
  )
}

function FilterForm({ stored, counts, filter, words }: StatementsPageProps) {
  const { edition, ref } = stored
  return (
    <search>
      <form class="lanyard-filter" method="get" action={paths.statements(ref)}>
        <div class="nhsuk-form-group">
          <label class="nhsuk-label" for="q">
            Words
          </label>
          <input class="nhsuk-input" id="q" name="q" type="search" value={words} maxlength={200} />
        </div>
        <Choice
          {...{ name: 'level', label: 'Level', all: 'All levels', chosen: filter.level }}
          options={levelSlugs.map((slug) => option(slug, levelName(edition, slug), counts.level))}
        />
        <Choice
          {...{ name: 'pillar', label: 'Pillar', all: 'All pillars', chosen: filter.pillar }}
          options={pillarSlugs.map((slug) =>
            option(slug, pillarName(edition, slug), counts.pillar),
          )}
        />
        <Choice
          {...{
            name: 'profession',
            label: 'Profession',
            all: 'All professions',
            chosen: filter.profession,
          }}
          options={edition.roles.map(({ profession, name }) =>
            option(profession, name, counts.profession),
          )}
        />
        <button class="nhsuk-button nhsuk-button--small" type="submit">
          Show statements
        </button>
        <p>
          <a href={paths.statements(ref)}>Clear all</a>
        </p>
      </form>
    </search>
  )
}

function option(slug: string, name: string, counts: ReadonlyMap<string, number>) {
  return { slug, text: `${name} (${counts.get(slug) ?? 0})` }
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly chosen?: string | undefined
  readonly options: readonly { readonly slug: string; readonly text: string }[]
}

function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for={name}>
        {label}
      </label>
      <select class="nhsuk-select" id={name} name={name}>
        <option value="">{all}</option>
        {options.map(({ slug, text }) => (
          <option key={slug} value={slug} selected={slug === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
