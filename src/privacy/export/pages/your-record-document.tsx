/** The copy as one page that opens on any computer, prints, and asks nothing of the internet. */
import { plainDate } from '../../../language/plain-dates.ts'
import type { RecordSection } from '../../../personal-record.ts'
import { keptInWords, kindOf, type RetentionKind } from '../../retention/model/retention.ts'
import { type PersonalCopy, readableCells, readableRecord } from '../model/personal-copy.ts'

interface YourRecordDocumentProps {
  readonly copy: PersonalCopy
  readonly kinds: readonly RetentionKind[]
  /** Where it came from. */
  readonly baseUrl: string
}

export function YourRecordDocument({ copy, kinds, baseUrl }: YourRecordDocumentProps) {
  const held = copy.sections.filter(({ records }) => records.length > 0)
  const empty = copy.sections.filter(({ records }) => records.length === 0)
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Your record in Lanyard</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main id="maincontent">
          <h1>Your record in Lanyard</h1>
          <p>
            This is everything that {baseUrl} keeps about {copy.name}, as it was on{' '}
            {plainDate(copy.madeAt)}. Keep it somewhere safe: it is private.
          </p>
          <p>
            The file <code>your-data.json</code> beside this page says the same for computer
            programs. Your credentials are in the folder <code>credentials</code>.
          </p>
          <Contents sections={held} />
          {held.map((section) => (
            <Section key={section.key} section={section} kind={kindOf(kinds, section.kind)} />
          ))}
          <NothingOf sections={empty} />
        </main>
      </body>
    </html>
  )
}

function Contents({ sections }: { readonly sections: readonly RecordSection[] }) {
  return (
    <nav aria-label="Contents">
      <ul>
        {sections.map(({ key, title, records }) => (
          <li key={key}>
            <a href={`#${key}`}>{title}</a> ({records.length})
          </li>
        ))}
      </ul>
    </nav>
  )
}

const mostColumns = 4

function Section({
  section,
  kind,
}: {
  readonly section: RecordSection
  readonly kind: RetentionKind
}) {
  const narrow = Object.keys(section.labels).length <= mostColumns
  return (
    <section id={section.key}>
      <h2>{section.title}</h2>
      <p>{section.about}</p>
      <p class="kept">
        Kept {keptInWords(kind)}. {kind.why}
        {kind.law === undefined ? '' : ` (${kind.law}.)`}
      </p>
      {narrow ? <RecordTable section={section} /> : <RecordCards section={section} />}
    </section>
  )
}

function RecordTable({ section }: { readonly section: RecordSection }) {
  const labels = Object.values(section.labels)
  return (
    <table>
      <thead>
        <tr>
          {labels.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {section.records.map((record, row) => (
          <tr key={row}>
            {readableCells(section, record).map((value, cell) => (
              <td key={cell} data-label={labels[cell]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RecordCards({ section }: { readonly section: RecordSection }) {
  return section.records.map((record, index) => (
    <dl key={index}>
      {readableRecord(section, record).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  ))
}

function NothingOf({ sections }: { readonly sections: readonly RecordSection[] }) {
  if (sections.length === 0) return null
  return (
    <section>
      <h2>What there is nothing of</h2>
      <p>We looked for these too, and keep nothing of the kind about you:</p>
      <ul>
        {sections.map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ul>
    </section>
  )
}

const style = `
body { font: 1.1rem/1.5 Arial, sans-serif; color: #212b32; margin: 0 }
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem }
h2 { margin-top: 2.5rem; border-top: 2px solid #0b4f4a; padding-top: 1rem }
.kept { color: #4c6272; font-size: 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #d8dde0; overflow-wrap: anywhere }
dl { border: 1px solid #d8dde0; padding: .6rem 1rem; margin: 0 0 1rem; break-inside: avoid }
dl div { display: flex; gap: 1rem; flex-wrap: wrap }
dt { font-weight: bold; min-width: 9rem } dd { margin: 0; flex: 1 1 14rem; white-space: pre-line; overflow-wrap: anywhere }
@media (max-width: 40rem) {
thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
tr { display: block; border-bottom: 1px solid #768692; padding: .6rem 0 }
td { display: block; border: 0; padding: .1rem 0 } td:empty { display: none }
td::before { content: attr(data-label) ": "; font-weight: bold } }
@media print { body { font-size: 10pt } main { max-width: none; padding: 0 } nav { display: none } a { color: inherit } }
`
