/** What became of each statement of an edition, and what a sign-off of it counts for: for everybody. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/table.tsx'
import type { StoredEdition } from '../../frameworks-store.ts'
import { statementsOf } from '../../model/framework.ts'
import { fates, type Succession, type SuccessionLine } from '../../model/succession.ts'
import { EditionLayout, type EditionPageProps } from '../../pages/edition-layout.tsx'
import { codeName } from '../model/code-name.ts'
import { fateEffect, fateNames } from '../model/fate-names.ts'

interface SuccessionPageProps extends EditionPageProps {
  readonly from: StoredEdition
  readonly succession: Succession
}

export function SuccessionPage({ stored, from, succession }: SuccessionPageProps) {
  const { lines, reconfirmBy } = succession
  const byFate = Map.groupBy(lines, ({ fate }) => fate)
  // What people have to do something about first.
  const found = fates.filter((fate) => byFate.has(fate)).reverse()
  return (
    <EditionLayout stored={stored} title={`From ${from.edition.version}`} trail={[]} wide>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{stored.edition.title}</span>
        What became of each statement of {from.edition.version}
      </h1>
      <p class="nhsuk-lede-text">
        Nobody loses a sign-off. Each stays with the words that were signed. This page says what it
        counts for in <a href={paths.framework(stored.ref)}>{stored.edition.version}</a>.
      </p>
      <p>
        Where the meaning changed, a sign-off counts until{' '}
        <strong>{dayInWords(reconfirmBy)}</strong>, or its own review date if that is sooner.{' '}
        <a href={paths.changes(stored.ref, from.edition.version)}>See what changed, word by word</a>
        .
      </p>
      <Table
        caption={{ text: 'In short', size: 'm' }}
        head={[{ text: 'What became of it' }, { text: 'Statements' }]}
        firstCellIsHeader
        rows={found.map((fate) => [
          {
            children: (
              <>
                <a href={`#${fate}`}>{fateNames[fate]}</a>
                <div class="nhsuk-hint nhsuk-u-margin-bottom-0 nhsuk-u-font-size-16">
                  {fateEffect(fate, reconfirmBy)}
                </div>
              </>
            ),
          },
          { text: String(byFate.get(fate)?.length ?? 0) },
        ])}
      />
      {found.map((fate) => (
        <section key={fate}>
          <h2 class="nhsuk-heading-m" id={fate}>
            {fateNames[fate]}
          </h2>
          <Lines {...{ stored, from }} lines={inOrder(byFate.get(fate) ?? [], from)} />
        </section>
      ))}
    </EditionLayout>
  )
}

function inOrder(lines: readonly SuccessionLine[], { edition }: StoredEdition): SuccessionLine[] {
  const order = new Map(statementsOf(edition).map(({ code }, index) => [code, index]))
  return lines.toSorted((one, other) => (order.get(one.from) ?? 0) - (order.get(other.from) ?? 0))
}

interface LinesProps extends EditionPageProps {
  readonly from: StoredEdition
  readonly lines: readonly SuccessionLine[]
}

function Lines({ stored, from, lines }: LinesProps) {
  const texts = new Map(statementsOf(from.edition).map(({ code, text }) => [code, text]))
  return (
    <ul class="lanyard-contents-list">
      {lines.map(({ from: code, to, reason }) => (
        <li key={code} id={code}>
          <a href={paths.statement(from.ref, code)}>
            {codeName(code)} in {from.edition.version}
          </a>{' '}
          {to.length > 0 && (
            <>
              became <Targets stored={stored} codes={to} />
            </>
          )}
          <span class="nhsuk-hint">{texts.get(code)}</span>
          {reason && (
            <p class="nhsuk-body-s">
              <strong>Why:</strong> {reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Targets({
  stored,
  codes,
}: EditionPageProps & {
  readonly codes: readonly string[]
}) {
  return (
    <>
      {codes.map((code, index) => (
        <>
          {index > 0 && ', '}
          <a href={paths.statement(stored.ref, code)}>{codeName(code)}</a>
        </>
      ))}{' '}
      in {stored.edition.version}
    </>
  )
}
