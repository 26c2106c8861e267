import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import type { StoredEdition } from '../../frameworks-store.ts'
import { sectionOf } from '../../model/look-up.ts'
import { levelName } from '../../model/names.ts'
import type { MappingWords } from '../model/mapping.ts'

interface OwnCodesProps {
  readonly from: StoredEdition
  readonly mapping: Pick<MappingWords, 'from' | 'level'>
}

const few = 6

/** What of ours is meant, linked to its text. Many of them open on asking. */
export function OwnCodes({ from, mapping }: OwnCodesProps) {
  const level =
    mapping.level === undefined
      ? 'at every level'
      : `at ${levelName(from.edition, mapping.level).toLowerCase()} level`
  if (mapping.from.length <= few) {
    return (
      <>
        <Links {...{ from, mapping }} /> {level}
      </>
    )
  }
  return (
    <Details
      summary={`${mapping.from.length} sections and statements ${level}`}
      classes="nhsuk-u-margin-bottom-0"
    >
      <Links {...{ from, mapping }} />
    </Details>
  )
}

function Links({ from, mapping }: OwnCodesProps) {
  const titles = new Map(
    from.edition.domains.flatMap(({ sections }) =>
      sections.map(({ code, title }) => [code, title] as const),
    ),
  )
  return (
    <>
      {mapping.from.map((code, index) => (
        <>
          {index > 0 && ', '}
          <a
            href={
              titles.has(code) ? paths.section(from.ref, code) : paths.statement(from.ref, code)
            }
          >
            {code} {titles.get(sectionOf(code))}
          </a>
        </>
      ))}
    </>
  )
}
