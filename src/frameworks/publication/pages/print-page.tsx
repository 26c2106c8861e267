/** The whole edition on one page, for paper. */
import { Table } from '../../../ui/table.tsx'
import { EditionLayout, type EditionPageProps } from '../../pages/edition-layout.tsx'
import type {
  Block,
  Cell,
  Chapter,
  Line,
  Publication,
  PublicationTable,
} from '../model/publication.ts'

interface PrintPageProps extends EditionPageProps {
  readonly publication: Publication
}

export function PrintPage({ stored, publication }: PrintPageProps) {
  const { title, edition, published, steward, address, chapters } = publication
  return (
    <EditionLayout stored={stored} title="Print" trail={[]} wide>
      <div class="lanyard-publication">
        <h1 class="nhsuk-heading-xl">
          {title}
          <span class="nhsuk-caption-xl">{edition}</span>
        </h1>
        <p>
          {published !== undefined && `Published on ${published}. `}Looked after by {steward}.
        </p>
        <p class="nhsuk-body-s lanyard-address">{address}</p>
        <nav aria-labelledby="contents">
          <h2 class="nhsuk-heading-l" id="contents">
            Contents
          </h2>
          <ol class="nhsuk-list">
            {chapters.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        {chapters.map((chapter) => (
          <ChapterOf key={chapter.id} chapter={chapter} publication={publication} />
        ))}
      </div>
    </EditionLayout>
  )
}

function ChapterOf({
  chapter: { id, title, blocks },
  publication,
}: {
  readonly chapter: Chapter
  readonly publication: Publication
}) {
  const { edition, standing } = publication
  return (
    <section class="lanyard-publication__chapter" aria-labelledby={id}>
      <p class="lanyard-print-only">
        {publication.title}, {edition.toLowerCase()}. {standing}
      </p>
      <h2 class="nhsuk-heading-l" id={id}>
        {title}
      </h2>
      {blocks.map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </section>
  )
}

function BlockOf({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h3' : 'h4'
      const size = block.level === 2 ? 'm' : 's'
      return (
        <Heading class={`nhsuk-heading-${size}`} id={block.id}>
          {block.text}
        </Heading>
      )
    }
    case 'words':
      return <p class={block.lead ? 'nhsuk-lede-text' : undefined}>{block.text}</p>
    case 'fact':
      return (
        <p class="nhsuk-body-s lanyard-publication__fact">
          <strong>{block.label}:</strong> {block.text}
        </p>
      )
    case 'points':
      return (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {block.items.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )
    case 'table':
      return <TableOf table={block} />
  }
}

function TableOf({ table }: { readonly table: PublicationTable }) {
  const { caption, head, rows, rowHeads } = table
  return (
    <Table
      caption={{ text: caption, classes: 'nhsuk-u-visually-hidden' }}
      head={head}
      rows={rows.map((cells) => cells.map((cell) => ({ children: <CellOf cell={cell} /> })))}
      firstCellIsHeader={rowHeads}
      responsive
    />
  )
}

function CellOf({ cell }: { readonly cell: Cell }) {
  return (
    <>
      {cell.map((line, index) => (
        <LineOf key={index} line={line} />
      ))}
    </>
  )
}

/** Points stand as marked lines here: a list in a cell that becomes a block on a phone says no more. */
function LineOf({ line: { kind, label, text } }: { readonly line: Line }) {
  return (
    <span class={`lanyard-publication__line lanyard-publication__line--${kind}`}>
      {label !== undefined && <strong>{label}: </strong>}
      {text}
    </span>
  )
}
