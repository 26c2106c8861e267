import { paths } from '../../../paths.ts'
import { PageLayout } from '../../../ui/page-layout.tsx'
import type { EditionHead, StoredEdition } from '../../frameworks-store.ts'
import { type Mapping, mappingStatuses, statusOf } from '../model/mapping.ts'
import type { Place } from '../model/place.ts'
import { statusNames } from './mapping-status.tsx'

interface CrosswalksPageProps {
  readonly own: StoredEdition
  readonly places: readonly Place[]
  readonly editions: readonly EditionHead[]
  readonly standing: readonly Mapping[]
}

export function CrosswalksPage({ own, places, editions, standing }: CrosswalksPageProps) {
  return (
    <PageLayout
      title="How frameworks relate"
      current="framework"
      breadcrumbs={[
        { href: paths.home(), text: 'Home' },
        { href: paths.frameworks(), text: 'Frameworks' },
      ]}
    >
      <h1 class="nhsuk-heading-xl">How frameworks relate</h1>
      <p class="nhsuk-lede-text">
        Which parts of <a href={paths.framework(own.ref)}>our framework</a> go with which parts of
        others, what is missing, and who decided that.
      </p>
      <p>
        One person decides and a second person confirms. The owner for the nation or the sector
        approves. Until then it is a draft, and every page that uses it says so. What goes together
        is almost never the same.
      </p>
      {places.map((place) => (
        <section key={place.slug}>
          <h2 class="nhsuk-heading-m" id={place.slug}>
            {place.name}
          </h2>
          <Frameworks {...{ place, editions, standing }} />
        </section>
      ))}
    </PageLayout>
  )
}

function Frameworks({
  place,
  editions,
  standing,
}: Pick<CrosswalksPageProps, 'editions' | 'standing'> & { readonly place: Place }) {
  if (place.none !== undefined) return <NoneKnown place={place} />
  return (
    <ul class="lanyard-contents-list">
      {place.frameworks.map((ref) => (
        <li key={ref}>
          <a href={paths.crosswalk(ref)}>
            {editions.find((edition) => edition.ref === ref)?.title ?? ref}
          </a>
          <span class="nhsuk-hint">
            {countWords(standing.filter(({ toEdition }) => toEdition === ref))}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function NoneKnown({ place }: { readonly place: Place }) {
  return (
    <>
      <p>{place.none}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {place.instead.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  )
}

/** "16 mappings: 14 suggested, 2 confirmed". */
function countWords(mappings: readonly Mapping[]): string {
  const counts = mappingStatuses.flatMap((status) => {
    const count = mappings.filter((mapping) => statusOf(mapping) === status).length
    return count === 0 ? [] : [`${count} ${statusNames[status].toLowerCase()}`]
  })
  if (mappings.length === 0) return 'Nothing is related yet'
  return `${mappings.length} ${mappings.length === 1 ? 'mapping' : 'mappings'}: ${counts.join(', ')}`
}
