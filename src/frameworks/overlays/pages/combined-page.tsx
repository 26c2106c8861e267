import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import type { StoredEdition } from '../../frameworks-store.ts'
import { levelOf } from '../../model/framework.ts'
import { levelName, pillarName } from '../../model/names.ts'
import { EditionLayout } from '../../pages/edition-layout.tsx'
import type { Combined, CombinedRow, CombinedSection } from '../model/combine-overlays.ts'
import type { PlaceAnew } from '../model/fit-overlay.ts'
import type { Conflict } from '../model/list-conflicts.ts'
import type { PublishedOverlay } from '../overlay-versions-store.ts'
import { ConflictList } from './conflict-list.tsx'
import { notEvaluated, Whose } from './whose.tsx'

interface CombinedPageProps {
  readonly stored: StoredEdition
  readonly overlays: readonly PublishedOverlay[]
  readonly combined: Combined
  readonly conflicts: readonly Conflict[]
  readonly anew: readonly (PlaceAnew & { readonly overlay: string })[]
  /** That can be looked at together with these. */
  readonly others: readonly PublishedOverlay[]
}

export function CombinedPage(props: CombinedPageProps) {
  const { stored, overlays, combined, conflicts, anew } = props
  const { edition } = stored
  const title = `${edition.title}, with ${overlays.map(({ content }) => content.title).join(' and ')}`
  return (
    <EditionLayout
      stored={stored}
      title={title}
      trail={[{ href: paths.overlays(), text: 'What others add' }]}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {edition.title}, {edition.version}
        </span>
        With {overlays.map(({ content }) => content.title).join(' and ')}
      </h1>
      {overlays.map((overlay) => (
        <About key={overlay.id} overlay={overlay} />
      ))}
      <InsetText>
        <p>{notEvaluated}</p>
      </InsetText>
      {conflicts.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m" id="conflicts">
            Where they do not go together
          </h2>
          <p>Shown so that people can sort it out. Nothing is chosen for you.</p>
          <ConflictList conflicts={conflicts} />
        </>
      )}
      {anew.length > 0 && <Anew anew={anew} />}
      {combined.sections
        .filter(({ added }) => added)
        .map((section) => (
          <Section key={section.section.code} {...{ ...props, section }} />
        ))}
      <Others {...props} />
      <h2 class="nhsuk-heading-m">Sections to which nothing is added</h2>
      <ul class="nhsuk-list">
        {combined.sections
          .filter(({ added }) => !added)
          .map(({ section: { code, title } }) => (
            <li key={code}>
              <a href={paths.section(stored.ref, code)}>
                {code} {title}
              </a>
            </li>
          ))}
      </ul>
      <p class="nhsuk-body-s">
        For machines: <a href={addressOf(props, 'json')}>the whole of it as JSON</a>.
      </p>
    </EditionLayout>
  )
}

function addressOf({ stored, overlays }: CombinedPageProps, as?: 'json'): string {
  const [first = '', ...also] = overlays.map(({ content }) => content.slug)
  const address = paths.withOverlay(stored.ref, first, also)
  return as === undefined ? address : `${address}${also.length === 0 ? '?' : '&'}as=json`
}

function About({
  overlay: { content, by, number, publishedAt, withdrawn },
}: {
  readonly overlay: PublishedOverlay
}) {
  return (
    <>
      <p>
        <strong>{content.title}</strong> is by {by}: version {number} of {plainDate(publishedAt)},
        written for {content.edition}. {content.about}
      </p>
      {withdrawn !== undefined && (
        <InsetText>
          <p>
            <strong>{by} withdrew this</strong> on {plainDate(withdrawn.at)}: {withdrawn.reason}
          </p>
        </InsetText>
      )}
    </>
  )
}

function Anew({ anew }: Pick<CombinedPageProps, 'anew'>) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What has no place in this edition yet</h2>
      <p>It was written for an earlier edition. Whoever wrote it decides where it stands now.</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {anew.map(({ at, column, because }) => (
          <li key={`${at} ${column}`}>
            {at}
            {column !== undefined && `, "${column}"`}: {because}.
          </li>
        ))}
      </ul>
    </>
  )
}

function Section({
  section: { section, rows },
  ...props
}: CombinedPageProps & { readonly section: CombinedSection }) {
  return (
    <section>
      <h2 class="nhsuk-heading-m" id={`section-${section.code}`}>
        {section.code} {section.title}
      </h2>
      {rows.map((row) => (
        <Row key={`${row.from} ${row.statement.code}`} {...{ ...props, row }} />
      ))}
    </section>
  )
}

function Row({ row, stored, overlays }: CombinedPageProps & { readonly row: CombinedRow }) {
  const { edition, ref } = stored
  if (row.from === 'overlay') {
    const { code, text, level, pillars } = row.statement
    return (
      <div class="lanyard-added">
        <h3 class="nhsuk-heading-xs">
          {levelName(edition, level)} <span class="lanyard-code">{code}</span>
        </h3>
        <p>
          <Whose slug={row.overlay} overlays={overlays} />
        </p>
        <p>{text}</p>
        <p class="nhsuk-body-s">{pillars.map((slug) => pillarName(edition, slug)).join(', ')}</p>
      </div>
    )
  }
  const { code, text } = row.statement
  const level = levelOf(code)
  return (
    <div class="lanyard-core">
      <h3 class="nhsuk-heading-xs">
        {level === undefined ? '' : levelName(edition, level)}{' '}
        <a class="lanyard-code" href={paths.statement(ref, code)}>
          {code}
        </a>
      </h3>
      <p>{text}</p>
      {row.cells.map(({ overlay, column, text }) => (
        <div class="lanyard-added" key={`${overlay} ${column}`}>
          <p>
            <strong>{column}:</strong> {text} <Whose slug={overlay} overlays={overlays} />
          </p>
        </div>
      ))}
    </div>
  )
}

function Others({ stored, overlays, others }: CombinedPageProps) {
  if (others.length === 0) return null
  const [first = '', ...also] = overlays.map(({ content }) => content.slug)
  return (
    <>
      <h2 class="nhsuk-heading-m">Look at another one together with this</h2>
      <ul class="nhsuk-list">
        {others.map(({ content: { slug, title }, by }) => (
          <li key={slug}>
            <a href={paths.withOverlay(stored.ref, first, [...also, slug])}>
              {title}, by {by}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
