import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import type { RecordedEvent, RecordedPart } from '../events-store.ts'
import type { EventKind } from '../model/organisation-history.ts'

const kinds: Readonly<Record<EventKind, string>> = {
  renamed: 'Renamed',
  merged: 'Merged',
  split: 'Split',
  closed: 'Closed',
}

interface EventListProps {
  readonly events: readonly RecordedEvent[]
  /** Whose page this is: it is not linked to itself. */
  readonly slug: string
}

/** What happened to it, and where that was announced. */
export function EventList({ events, slug }: EventListProps) {
  if (events.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">What happened</h2>
      <ul class="nhsuk-list">
        {events.map((event) => (
          <li key={event.id}>
            <strong>{dayInWords(event.on)}</strong>: {kinds[event.kind].toLowerCase()}
            <Sides event={event} slug={slug} />.
            {event.source !== undefined && <> Announced in: {event.source}.</>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Sides({ event, slug }: { readonly event: RecordedEvent; readonly slug: string }) {
  if (event.kind === 'renamed') {
    return <> to {event.parts[0]?.name}</>
  }
  const before = event.parts.filter(({ part }) => part !== 'began')
  const after = event.parts.filter(({ part }) => part !== 'ended')
  if (after.length === 0) return null
  return (
    <>
      {event.kind === 'merged' ? ': ' : ' of '}
      <Names parts={before} slug={slug} />
      {' into '}
      <Names parts={after} slug={slug} />
    </>
  )
}

function Names({
  parts,
  slug,
}: {
  readonly parts: readonly RecordedPart[]
  readonly slug: string
}) {
  return (
    <>
      {parts.map((part, index) => (
        <>
          {index > 0 && (index === parts.length - 1 ? ' and ' : ', ')}
          {part.slug === slug ? part.name : <a href={paths.organisation(part.slug)}>{part.name}</a>}
        </>
      ))}
    </>
  )
}
