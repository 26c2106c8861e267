import { paths } from '../../paths.ts'
import { Pagination } from '../../ui/pagination.tsx'
import type { Domain } from '../model/framework.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'
import { LevelsGrid } from './levels-grid.tsx'
import { LinkedText } from './linked-text.tsx'

export function DomainPage({ stored, domain }: EditionPageProps & { readonly domain: Domain }) {
  const { edition, ref } = stored
  const neighbour = (number: number) => {
    const found = edition.domains.find((other) => other.number === number)
    return found && { href: paths.domain(ref, number), label: `${number}. ${found.title}` }
  }
  return (
    <EditionLayout stored={stored} title={`${domain.number}. ${domain.title}`} trail={[]} wide>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">
          {edition.skeleton ? edition.title : `Domain ${domain.number}`}
        </span>
        {domain.title}
      </h1>
      <p class="nhsuk-lede-text">{domain.purpose}</p>
      {domain.sections.map((section) => (
        <section key={section.code} aria-labelledby={`section-${section.code}`}>
          <h2 class="nhsuk-heading-m" id={`section-${section.code}`}>
            <a href={paths.section(ref, section.code)}>
              {section.code} {section.title}
            </a>
          </h2>
          {section.about && (
            <p>
              <LinkedText text={section.about} stored={stored} />
            </p>
          )}
          <LevelsGrid stored={stored} section={section} heading="h3" brief />
        </section>
      ))}
      <Pagination previous={neighbour(domain.number - 1)} next={neighbour(domain.number + 1)} />
    </EditionLayout>
  )
}
