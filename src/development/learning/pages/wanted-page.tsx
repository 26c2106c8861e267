import type { Edition } from '../../../frameworks/model/framework.ts'
import type { Employer } from '../../../organisations/memberships/people-store.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { nameSections } from '../model/name-sections.ts'
import { fewest, type ShownWanted } from '../model/suppress-demand.ts'

interface WantedPageProps extends OwnPageProps {
  readonly provider: Employer
  readonly edition: Edition
  readonly wanted: readonly ShownWanted[]
}

/** What workers looked for and did not find, with nobody to be picked out. */
export function WantedPage({ account, demo, provider, edition, wanted }: WantedPageProps) {
  const title = 'What people want to learn'
  return (
    <OwnLayout {...{ account, demo, title }} team back={{ href: paths.team(), text: 'Your team' }}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{provider.name}</span>
        {title}
      </h1>
      <p>
        Workers looked for a course on these, found none that fits, and chose to tell providers. It
        is what was said in the last 12 months. No name is kept with it here.
      </p>
      <p>
        A number under {fewest} is not shown, and neither is a total that would give one away. So an
        area that is not listed may have none, or a few. Somebody who works in two areas is in both,
        and once in the total. Beside two areas or more no total is shown.
      </p>
      {wanted.length === 0 ? (
        <p>
          Nothing can be shown yet. It needs at least {fewest} people who say the same in one area.
        </p>
      ) : (
        <Table
          responsive
          head={['What is wanted', 'Area', 'People', 'In all areas']}
          rows={wanted.map(({ code, areas, total }) => [
            nameOf(edition, code),
            { children: <Lines of={areas.map(({ name }) => name)} /> },
            { children: <Lines of={areas.map(({ people }) => String(people))} /> },
            total === undefined ? 'Not shown' : String(total),
          ])}
        />
      )}
    </OwnLayout>
  )
}

function Lines({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return <>Not shown</>
  return (
    <>
      {of.map((line, place) => (
        <div key={place}>{line}</div>
      ))}
    </>
  )
}

function nameOf(edition: Edition, code: string): string {
  const [section] = nameSections(edition, [code])
  const level = code.replace(/^[\d.]+-/, '').replace('-', ' ')
  return section === undefined ? code : `${section.code} ${section.title} (${level})`
}
