import { paths } from '../../paths.ts'
import { Pagination } from '../../ui/pagination.tsx'
import { type Domain, levelSlugs, type Section } from '../model/framework.ts'
import { levelName } from '../model/names.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'
import { LevelsGrid } from './levels-grid.tsx'
import { LinkedText } from './linked-text.tsx'

interface SectionPageProps extends EditionPageProps {
  readonly domain: Domain
  readonly section: Section
}

export function SectionPage({ stored, domain, section }: SectionPageProps) {
  const { edition, ref } = stored
  const published = stored.status === 'published' && section.statements.length > 0
  return (
    <EditionLayout
      stored={stored}
      title={`${section.code} ${section.title}`}
      trail={[{ href: paths.domain(ref, domain.number), text: domain.title }]}
      wide
    >
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">
          Domain {domain.number}: {domain.title}
        </span>
        {section.code} {section.title}
      </h1>
      {section.about && (
        <p class="nhsuk-lede-text">
          <LinkedText text={section.about} stored={stored} />
        </p>
      )}
      <LevelsGrid stored={stored} section={section} heading="h2" />
      {section.statements.length === 0 && (
        <p>The wording of this section is not here: this is a list of codes and titles.</p>
      )}
      {section.cites && edition.slug !== 'hee-ahp-support-worker' && (
        <p class="nhsuk-body-s">
          Keeps the number of{' '}
          <a href={paths.section('hee-ahp-support-worker/2021', section.cites)}>
            HEE {section.cites}
          </a>{' '}
          (2021). The words are our own.
        </p>
      )}
      {published && <WhereDoIStand {...{ stored, section, domain }} />}
      <Neighbours {...{ stored, section, domain }} />
    </EditionLayout>
  )
}

function WhereDoIStand({ stored, section }: SectionPageProps) {
  return (
    <div class="nhsuk-inset-text lanyard-stand">
      <h2 class="nhsuk-heading-s">Where do you stand?</h2>
      <p>
        Say how you are doing with this section at your level. Only you see your answers, unless you
        ask a colleague to sign off. Then they see those answers.
      </p>
      <ul class="nhsuk-list">
        {levelSlugs.map((level) => (
          <li key={level}>
            <a href={paths.selfAssess(section.code, level)}>
              Answer for {levelName(stored.edition, level).toLowerCase()}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Neighbours({ stored, section }: SectionPageProps) {
  const all = stored.edition.domains.flatMap(({ sections }) => sections)
  const index = all.findIndex(({ code }) => code === section.code)
  const link = (neighbour: Section | undefined) =>
    neighbour && {
      href: paths.section(stored.ref, neighbour.code),
      label: `${neighbour.code} ${neighbour.title}`,
    }
  return <Pagination previous={link(all[index - 1])} next={link(all[index + 1])} />
}
