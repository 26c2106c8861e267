import { PageLayout } from '../../../ui/page-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { keptInWords, type RetentionKind } from '../model/retention.ts'

/** The same for everybody: what is kept, how long and why. */
export function RetentionPage({
  kinds,
  demo,
}: {
  readonly kinds: readonly RetentionKind[]
  readonly demo: boolean
}) {
  const title = 'How long things are kept'
  return (
    <PageLayout title={title} demo={demo}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Every night, what has run out is deleted. If you close your account, the rest goes too, but
        for what an organisation must keep.
      </p>
      {kinds.map((kind) => (
        <section key={kind.kind}>
          <h2 class="nhsuk-heading-s">{capital(kind.what)}</h2>
          <SummaryList
            rows={[
              { key: 'How long', value: capital(keptInWords(kind)) },
              { key: 'Why', value: kind.why },
              { key: 'Who decided', value: kind.law ?? 'We chose this, and no law says it.' },
            ]}
          />
        </section>
      ))}
    </PageLayout>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
