import { paths } from '../../../paths.ts'
import { PageLayout } from '../../../ui/page-layout.tsx'
import type { Specification, SpecifiedPart } from '../model/specification.ts'

export function SpecificationPage({
  specification,
  demo,
}: {
  readonly specification: Specification
  readonly demo: boolean
}) {
  const title = 'What a passport is'
  const { parts } = specification
  return (
    <PageLayout title={title} demo={demo} current="passport">
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        What a Lanyard passport holds, who can add to it, who can check it and how long it lasts.
        This page is made from the program itself: when the program changes, the page does.
      </p>
      <p>
        <a href={paths.verify()}>Check a credential</a> ·{' '}
        <a href={paths.passportSpecificationData()}>The same for programs (JSON)</a>
      </p>
      <nav aria-label="On this page">
        <ul class="nhsuk-list nhsuk-list--bullet">
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map((part) => (
        <Part key={part.id} {...part} />
      ))}
    </PageLayout>
  )
}

function Part({ id, title, intro, items }: SpecifiedPart) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 class="nhsuk-heading-m" id={`${id}-title`}>
        {title}
      </h2>
      <p>{intro}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {items.map(({ code, name, words }) => (
          <li key={code}>{words === undefined ? name : <Explained {...{ name, words }} />}</li>
        ))}
      </ul>
    </section>
  )
}

function Explained({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <>
      <strong>{name}</strong>
      <br />
      <span class="lanyard-link">{words}</span>
    </>
  )
}
