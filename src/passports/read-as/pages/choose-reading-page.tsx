import type { Place } from '../../../frameworks/crosswalks/model/place.ts'
import { NoneKnown } from '../../../frameworks/crosswalks/pages/crosswalks-page.tsx'
import type { ForeignEdition } from '../../../frameworks/crosswalks/read-crosswalk.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

interface ChooseReadingPageProps extends OwnPageProps {
  readonly places: readonly Place[]
  readonly frameworks: readonly ForeignEdition[]
  /** Whether anything is signed off. */
  readonly signed: boolean
}

export function ChooseReadingPage({
  account,
  demo,
  places,
  frameworks,
  signed,
}: ChooseReadingPageProps) {
  const title = 'Read my passport as'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Moving to another nation, to social care or to a course? See what you hold in the words that
        they use there, and what is missing.
      </p>
      {!signed && (
        <p>
          Nothing of yours is signed off yet. You can look all the same. You will see what would
          count. To begin, <a href={paths.passport()}>ask a colleague to sign something off</a>.
        </p>
      )}
      <h2 class="nhsuk-heading-m">Where are you going?</h2>
      {places.map((place) => (
        <section key={place.slug}>
          <h3 class="nhsuk-heading-s" id={place.slug}>
            {place.name}
          </h3>
          <Readings place={place} frameworks={frameworks} />
        </section>
      ))}
      <h2 class="nhsuk-heading-m">A pack for a college or university</h2>
      <p>
        When you ask for your earlier learning to count, you can take it all in one document. You
        choose what goes in.
      </p>
      <p>
        <a href={paths.priorLearning()}>Make a pack for an education provider</a>
      </p>
    </OwnLayout>
  )
}

function Readings({
  place,
  frameworks,
}: Pick<ChooseReadingPageProps, 'frameworks'> & { readonly place: Place }) {
  if (place.none !== undefined) return <NoneKnown place={place} />
  return (
    <ul class="nhsuk-list">
      {place.frameworks.map((ref) => (
        <li key={ref}>
          <a href={paths.readAsFramework(ref)}>
            {frameworks.find((framework) => framework.ref === ref)?.edition.title ?? ref}
            <span class="nhsuk-u-visually-hidden"> for {place.name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
