import type { Edition } from '../../../frameworks/model/framework.ts'
import { nationSlugs, settingSlugs } from '../../../frameworks/model/framework.ts'
import { professionName, settingNames } from '../../../frameworks/model/names.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import type { Wanted } from '../model/filter-pathways.ts'
import type { EntryPoint, Pathways, Route } from '../model/route.ts'
import { PathwayMap } from './pathway-map.tsx'
import { nationNames, RouteList } from './route-list.tsx'

interface PathwaysPageProps {
  readonly edition: Edition
  readonly wanted: Wanted
  /** What is for whoever asked. */
  readonly pathways: Pathways
  readonly all: readonly Route[]
  readonly demo: boolean
}

export function PathwaysPage(props: PathwaysPageProps) {
  const { edition, wanted, pathways, all, demo } = props
  const title = 'Pathways'
  const { routes, points, gaps } = pathways
  const [before, preRegistration] = [
    routes.filter((route) => !route.preRegistration),
    routes.filter((route) => route.preRegistration),
  ]
  return (
    <PageLayout title={title} demo={demo} wide>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Ways into support work, and ways on to learning. No way is better than another, and staying
        where you are is a good choice too.
      </p>
      <p>
        <a href={paths.ownPathways()}>See what would count for you</a>. You sign in first, and only
        you see it.
      </p>
      <Filter edition={edition} wanted={wanted} />
      <ul>
        <li>
          <a href="#first">Where people first join</a>
        </li>
        <li>
          <a href="#map">The map</a>
        </li>
        <li>
          <a href="#list">The same as a list</a>
        </li>
      </ul>
      <h2 class="nhsuk-heading-m" id="first">
        {pathways.title}
      </h2>
      <p>{pathways.intro}</p>
      <Points points={points} />
      {gaps.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">What we do not know</h2>
          <ul>
            {gaps.map(({ nation, professions, words }) => (
              <li key={words}>
                {nation && `${nationNames[nation]}: `}
                {professions.length > 0 &&
                  `${professions.map((one) => professionName(edition, one)).join(', ')}: `}
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="lanyard-pathways">
        <div>
          <h2 class="nhsuk-heading-m" id="map">
            The map
          </h2>
          <p>A line goes from one way to what it may lead to. You can stop anywhere.</p>
          <PathwayMap routes={routes} />
        </div>
        <div>
          <h2 class="nhsuk-heading-m" id="list">
            Jobs, qualifications and apprenticeships
          </h2>
          <RouteList routes={before} all={all} />
          <h2 class="nhsuk-heading-m">Pre-registration pathways</h2>
          <p>
            Degrees and apprenticeships that end with the right to apply to the register of a
            profession.
          </p>
          <RouteList routes={preRegistration} all={all} />
        </div>
      </div>
      <p>{readCopies}</p>
    </PageLayout>
  )
}

export const readCopies =
  'We read stored copies of the pages of providers, and say when. A copy may be older than that day, and rules change each year. Always ask the provider.'

function Filter({ edition, wanted }: Pick<PathwaysPageProps, 'edition' | 'wanted'>) {
  return (
    <form class="lanyard-filter" method="get" action={paths.pathways()}>
      <div class="lanyard-filter__fields">
        <Select
          name="profession"
          label="Profession"
          value={wanted.profession}
          items={[
            { value: '', text: 'Any' },
            ...edition.roles.map(({ profession, name }) => ({ value: profession, text: name })),
          ]}
        />
        <Select
          name="setting"
          label="Setting"
          value={wanted.setting}
          items={[
            { value: '', text: 'Any' },
            ...settingSlugs.map((slug) => ({ value: slug, text: settingNames[slug] })),
          ]}
        />
        <Select
          name="nation"
          label="Nation"
          value={wanted.nation}
          items={[
            { value: '', text: 'Any' },
            ...nationSlugs.map((slug) => ({ value: slug, text: nationNames[slug] })),
          ]}
        />
        <Button text="Show" variant="secondary" />
      </div>
    </form>
  )
}

function Points({ points }: { readonly points: readonly EntryPoint[] }) {
  if (points.length === 0) return <p>We know of no first job for this choice. Ask an employer.</p>
  return (
    <ul class="nhsuk-list">
      {points.map(({ point, where, words, route, source, checkedOn }) => (
        <li key={point} class="lanyard-waiting">
          <h3 class="nhsuk-heading-s">{where}</h3>
          <p>
            {words} {route && <a href={paths.pathway(route)}>What it asks</a>}
          </p>
          {source && checkedOn && (
            <p class="lanyard-meta">
              <a href={source}>
                Where we read it<span class="nhsuk-u-visually-hidden">: {where}</span>
              </a>
              , checked on {dayInWords(checkedOn)}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
