import { paths } from '../../paths.ts'
import { Pagination } from '../../ui/pagination.tsx'
import type { Part } from '../model/framework.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'
import { LinkedText } from './linked-text.tsx'

export function PartPage({ stored, part }: EditionPageProps & { readonly part: Part }) {
  const { edition, ref } = stored
  const neighbour = (number: number) => {
    const found = edition.parts.find((other) => other.number === number)
    return found && { href: paths.part(ref, number), label: `Part ${number}: ${found.title}` }
  }
  return (
    <EditionLayout stored={stored} title={`Part ${part.number}: ${part.title}`} trail={[]}>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">Part {part.number}</span>
        {part.title}
      </h1>
      {part.sections.length > 3 && <Contents part={part} />}
      {part.sections.map((section) => (
        <section key={section.id} aria-labelledby={section.id}>
          <h2 class="nhsuk-heading-m" id={section.id}>
            {section.heading}
          </h2>
          {section.paragraphs.map((text) => (
            <p key={text}>
              <LinkedText text={text} stored={stored} />
            </p>
          ))}
          {section.points.length > 0 && (
            <ul class="nhsuk-list nhsuk-list--bullet">
              {section.points.map((text) => (
                <li key={text}>
                  <LinkedText text={text} stored={stored} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <Pagination previous={neighbour(part.number - 1)} next={neighbour(part.number + 1)} />
    </EditionLayout>
  )
}

function Contents({ part }: { readonly part: Part }) {
  return (
    <nav class="lanyard-contents" aria-label="On this page">
      <ul class="nhsuk-list nhsuk-list--bullet">
        {part.sections.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
