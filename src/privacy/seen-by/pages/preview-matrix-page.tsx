import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { type Extent, type Eyes, extentWords, type SeenKind, startLow } from '../model/preview.ts'
import { MarkKey, PreviewDrawing } from './preview-drawing.tsx'

interface PreviewMatrixPageProps extends OwnPageProps {
  readonly previews: readonly { readonly eyes: Eyes; readonly kinds: readonly SeenKind[] }[]
  /** How many links of the holder work now. */
  readonly links: number
}

export function PreviewMatrixPage(props: PreviewMatrixPageProps) {
  const { account, demo, previews, links } = props
  const title = 'Your record as others see it'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        We looked at your record just now with the eyes of each of these. Choose one to see every
        word that they would see.
      </p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {previews.map(({ eyes }) => (
          <li key={`${eyes.kind} ${eyes.at}`}>
            <a href={paths.preview(eyes.kind, eyes.at)}>{eyes.name}</a>
          </li>
        ))}
      </ul>
      {links === 0 && <p>You have no link that works now, so nobody sees anything by a link.</p>}
      <SideBySide previews={previews} />
      <h2 class="nhsuk-heading-m">Who else sees some of it</h2>
      <p>
        A colleague whom you ask to sign off sees your name, what you ask about, your answers to it
        and how your identity was checked. They see your answers, and the evidence that you tick
        when you ask, until they reply. Then they see what they signed.
      </p>
      <p>
        An employer you worked for before still sees what was signed off there, if they issue
        credentials.
      </p>
    </OwnLayout>
  )
}

function SideBySide({ previews }: Pick<PreviewMatrixPageProps, 'previews'>) {
  const rows = previews[0]?.kinds ?? []
  const yours = rows.map(({ kept }): Extent => (kept === 0 ? 'nothing-kept' : 'all'))
  const columns = [
    { short: 'You', name: 'You', extents: yours },
    ...previews.map(({ eyes, kinds }) => ({
      short: eyes.short,
      name: eyes.name,
      extents: kinds.map(({ extent }) => extent),
    })),
  ]
  return (
    <>
      <h2 class="nhsuk-heading-m">Side by side</h2>
      <div class="lanyard-seen-beside">
        <div>
          <PreviewDrawing rows={rows.map(({ name }) => name)} columns={columns} />
          <Key />
        </div>
        <Table
          firstCellIsHeader
          caption={{ text: 'The same in words', size: 's' }}
          head={['What is kept', 'Who sees it'].map((text) => ({ text }))}
          rows={rows.map(({ name }, row) => [
            { text: name },
            {
              text: whoSees(columns.map((column) => ({ ...column, extent: column.extents[row] }))),
            },
          ])}
        />
      </div>
    </>
  )
}

/** "You, a manager at … (some of it)". */
function whoSees(
  columns: readonly { readonly name: string; readonly extent: Extent | undefined }[],
): string {
  const seeing = columns.filter(({ extent }) => extent === 'all' || extent === 'some')
  if (seeing.length === 0) return 'Nothing is kept yet'
  if (seeing.length === 1) return 'Only you'
  return seeing
    .map(({ name, extent }, index) => {
      const said = index === 0 ? name : startLow(name)
      return extent === 'some' ? `${said} (some of it)` : said
    })
    .join(', ')
}

const inKey: readonly Extent[] = ['all', 'some', 'none', 'nothing-kept']

function Key() {
  return (
    <ul class="lanyard-seen-keys" aria-hidden="true">
      {inKey.map((extent) => (
        <li key={extent}>
          <MarkKey extent={extent} /> {extentWords[extent]}
        </li>
      ))}
    </ul>
  )
}
