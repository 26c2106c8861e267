import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type Eyes, type SeenKind, startLow } from '../model/preview.ts'

interface PreviewPageProps extends OwnPageProps {
  readonly eyes: Eyes
  readonly kinds: readonly SeenKind[]
  /** How many links of the holder work now. */
  readonly links: number
}

export function PreviewPage(props: PreviewPageProps) {
  const { account, demo, eyes, kinds, links } = props
  const seen = kinds.filter((kind) => kind.seen.length > 0)
  const title = `Your record, seen by ${startLow(eyes.name)}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.preview(), text: 'Your record as others see it' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <InsetText text={whatThisIs(eyes, links)} />
      <h2 class="nhsuk-heading-m">What they see</h2>
      {seen.length === 0 && <p>Nothing at all. Not even that you are here.</p>}
      {seen.map((kind) => (
        <Seen key={kind.id} {...kind} />
      ))}
      <NotSeen kinds={kinds} />
    </OwnLayout>
  )
}

function Seen({ id, name, seen, kept }: SeenKind) {
  return (
    <section aria-labelledby={`seen-${id}`}>
      <h3 class="nhsuk-heading-s" id={`seen-${id}`}>
        {name}
        {seen.length < kept && `: ${seen.length} of ${kept}`}
      </h3>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {seen.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  )
}

function NotSeen({ kinds }: Pick<PreviewPageProps, 'kinds'>) {
  const hidden = kinds.filter(({ extent }) => extent === 'none')
  const empty = kinds.filter(({ extent }) => extent === 'nothing-kept')
  return (
    <>
      <h2 class="nhsuk-heading-m">What they do not see</h2>
      {hidden.length === 0 && <p>Nothing that is kept about you now is hidden from them.</p>}
      <ul class="nhsuk-list nhsuk-list--bullet">
        {hidden.map(({ id, name, kept }) => (
          <li key={id}>
            {name} ({kept} kept)
          </li>
        ))}
      </ul>
      {empty.length > 0 && (
        <p>
          Nothing of this kind is kept about you yet:{' '}
          {empty.map(({ name }) => name.toLowerCase()).join(', ')}.
        </p>
      )}
    </>
  )
}

function whatThisIs({ kind, name }: Eyes, links: number): string {
  if (kind !== 'link') {
    return `We asked the database for your record just now as ${startLow(name)} would. This is all that it gave. No real person was involved, and nobody was told.`
  }
  if (links === 0) {
    return 'You have no link that works now. Nobody sees anything by a link.'
  }
  return `You have ${links === 1 ? '1 link that works' : `${links} links that work`} now. This is all that whoever has one of them can see.`
}
