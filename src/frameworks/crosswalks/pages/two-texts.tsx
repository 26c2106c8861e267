/** Ours and theirs, side by side where there is room. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import type { StoredEdition } from '../../frameworks-store.ts'
import { levelSlugs, type Statement } from '../../model/framework.ts'
import { listForeignCodes, listMappedStatements } from '../model/list-codes.ts'
import type { MappingWords } from '../model/mapping.ts'
import type { ForeignEdition } from '../read-crosswalk.ts'
import { codeName } from './crosswalk-page.tsx'

interface TwoTextsProps {
  readonly from: StoredEdition
  readonly to: ForeignEdition
  readonly mapping: Pick<MappingWords, 'from' | 'level' | 'to'>
}

export function TwoTexts({ from, to, mapping }: TwoTextsProps) {
  const statements = statementsMeant(from, mapping)
  return (
    <div class="nhsuk-grid-row">
      <section class="nhsuk-grid-column-one-half">
        <h2 class="nhsuk-heading-m">Ours</h2>
        <p class="nhsuk-body-s">
          {from.edition.title}, {from.edition.version}
        </p>
        <Texts statements={statements.slice(0, shown)} from={from} />
        {statements.length > shown && (
          <Details summary={`${statements.length - shown} more statements`}>
            <Texts statements={statements.slice(shown)} from={from} />
          </Details>
        )}
      </section>
      <section class="nhsuk-grid-column-one-half">
        <h2 class="nhsuk-heading-m">Theirs</h2>
        <Theirs to={to} code={mapping.to} />
      </section>
    </div>
  )
}

/** More would push what is to be decided off the page. */
const shown = 8

function Texts({
  statements,
  from,
}: Pick<TwoTextsProps, 'from'> & { readonly statements: readonly Statement[] }) {
  return (
    <dl class="nhsuk-body-s">
      {statements.map(({ code, text }) => (
        <>
          <dt>
            <a href={paths.statement(from.ref, code)}>{code}</a>
          </dt>
          <dd class="nhsuk-u-margin-left-0 nhsuk-u-margin-bottom-3">{text}</dd>
        </>
      ))}
    </dl>
  )
}

function statementsMeant(
  from: StoredEdition,
  mapping: Pick<MappingWords, 'from' | 'level'>,
): Statement[] {
  const levels = mapping.level === undefined ? levelSlugs : [mapping.level]
  const meant = levels.flatMap((level) => listMappedStatements(from.edition, mapping, level))
  return [...new Set(meant)]
}

function Theirs({ to, code }: { readonly to: ForeignEdition; readonly code: string }) {
  const found = listForeignCodes(to.edition).find((one) => one.code === code)
  const { owner, source, checkedOn } = to.skeleton
  return (
    <>
      <p class="nhsuk-body-s">
        {to.edition.title}. {owner}.
      </p>
      <p>
        <strong>{found ? codeName(found) : code}</strong>
      </p>
      <p>
        Its text is not here. Read it where its owner publishes it before you decide. We read about
        it on {dayInWords(checkedOn)}:{' '}
        {source.startsWith('https://') ? <a href={source}>{source}</a> : `${source}.`}
      </p>
    </>
  )
}
