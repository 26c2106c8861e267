import type { Level } from '../model/framework.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'
import { LinkedText } from './linked-text.tsx'

export function LevelsPage({ stored }: EditionPageProps) {
  return (
    <EditionLayout stored={stored} title="The three levels" trail={[]} wide>
      <h1 class="nhsuk-heading-xl">The three levels</h1>
      <p class="nhsuk-lede-text">
        Each level is a whole job. Staying and going deeper is as good a goal as moving on.
      </p>
      <div class="lanyard-levels">
        {stored.edition.levels.map((level) => (
          <LevelColumn key={level.slug} stored={stored} level={level} />
        ))}
      </div>
    </EditionLayout>
  )
}

function LevelColumn({ stored, level }: EditionPageProps & { readonly level: Level }) {
  const lists = [
    { heading: 'Education', texts: level.education },
    { heading: 'Experience', texts: level.experience },
    { heading: 'Values', texts: level.values },
  ]
  return (
    <section class="lanyard-levels__level" aria-labelledby={level.slug}>
      <h2 class="nhsuk-heading-m" id={level.slug}>
        {level.name}
      </h2>
      <p>
        <LinkedText text={level.summary} stored={stored} />
      </p>
      {lists.map(({ heading, texts }) => (
        <div key={heading}>
          <h3 class="nhsuk-heading-s">{heading}</h3>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {texts.map((text) => (
              <li key={text}>
                <LinkedText text={text} stored={stored} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
