import { paths } from '../../paths.ts'
import type { Place } from '../model/describe-place.ts'
import type { ListedChange } from '../model/list-changes.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'

export interface PlacedChange extends ListedChange {
  /** Where it falls, in the edition of now or, for what was taken out, in the draft. */
  readonly places: readonly Place[]
}

interface ChangesPageProps extends EditionPageProps {
  readonly from: {
    readonly version: string
    readonly ref: string
    readonly label?: string | undefined
  }
  readonly changes: readonly PlacedChange[]
}

export function ChangesPage({ stored, from, changes }: ChangesPageProps) {
  return (
    <EditionLayout stored={stored} title={`Changes since ${from.version}`} trail={[]} wide>
      <h1 class="nhsuk-heading-xl">
        {changes.length} changes since the draft
        <span class="nhsuk-caption-xl">Every one, with its reason</span>
      </h1>
      <p class="nhsuk-lede-text">
        From the <a href={paths.framework(from.ref)}>draft</a> to edition {stored.edition.version}.
      </p>
      {from.label && <p>{from.label}</p>}
      <p>
        Words taken out are struck through and marked “Before”. Words put in are marked “After”. R
        and a number lead to <a href={paths.response()}>what was asked</a>.
      </p>
      <ol class="nhsuk-list lanyard-changes">
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ol>
    </EditionLayout>
  )
}

function ChangeRow({ change }: { readonly change: PlacedChange }) {
  const { id, before, after, why, page } = change
  return (
    <li class="lanyard-changes__change" id={id}>
      <h2 class="nhsuk-heading-s">
        <ChangeHeading change={change} />
      </h2>
      {before !== '' && (
        <p>
          <strong>Before:</strong> <del>{before}</del>
        </p>
      )}
      {after !== '' && (
        <p>
          <strong>After:</strong> <ins>{after}</ins>
        </p>
      )}
      <p>
        <strong>Why:</strong> {why}
      </p>
      <p class="nhsuk-hint">
        <Asked change={change} />
        {page !== undefined && `Page ${page} of the draft. `}
        Change {id}.
      </p>
      {change.places.length > 1 && <AllPlaces places={change.places} />}
    </li>
  )
}

function ChangeHeading({ change }: { readonly change: PlacedChange }) {
  const { places, what, where } = change
  const [first] = places
  if (places.length > 1) return <>A word changed in {places.length} places</>
  if (first === undefined) return <>{`${where}: ${what}`}</>
  return (
    <>
      <PlaceLink place={first} />: {what}
    </>
  )
}

function PlaceLink({ place }: { readonly place: Place }) {
  if (place.href === undefined) return <span>{place.name}</span>
  return <a href={place.href}>{place.name}</a>
}

function AllPlaces({ places }: { readonly places: readonly Place[] }) {
  const named = [...new Map(places.map((place) => [place.name, place])).values()]
  return (
    <details class="lanyard-more">
      <summary>Where</summary>
      <ul>
        {named.map((place) => (
          <li key={place.name}>
            <PlaceLink place={place} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Asked({ change: { requirements } }: { readonly change: PlacedChange }) {
  if (requirements.length === 0) return null
  return (
    <>
      Asked for by{' '}
      {requirements.map((id, index) => (
        <>
          {index > 0 && ', '}
          <a href={`${paths.response()}#${id}`}>{id}</a>
        </>
      ))}
      .{' '}
    </>
  )
}
