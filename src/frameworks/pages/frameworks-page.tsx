import { paths } from '../../paths.ts'
import { PageLayout } from '../../ui/page-layout.tsx'
import type { EditionHead, ShelvedStatus } from '../frameworks-store.ts'

const statusNames: Readonly<Record<ShelvedStatus, string>> = {
  draft: 'Draft',
  'in-consultation': 'Draft for consultation',
  published: 'Published',
  withdrawn: 'Withdrawn',
}

export function FrameworksPage({ editions }: { readonly editions: readonly EditionHead[] }) {
  return (
    <PageLayout title="Frameworks" current="framework">
      <h1 class="nhsuk-heading-xl">Frameworks</h1>
      <ul class="lanyard-contents-list">
        {editions.map(({ ref, title, status }) => (
          <li key={ref}>
            <a href={paths.framework(ref)}>
              {title}, {ref.split('/')[1]?.replaceAll('-', ' ')}
            </a>
            <span class="nhsuk-hint">{statusNames[status]}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.overlays()}>What organisations add to a framework</a>
      </p>
      <p>
        <a href={paths.crosswalks()}>How these frameworks relate</a>
      </p>
      <p>
        <a href={paths.checks()}>How the wording of a framework is checked</a>
      </p>
    </PageLayout>
  )
}
