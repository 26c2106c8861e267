import type { Target } from '../../frameworks/model/amendment.ts'
import { describePlace, type Place, type PlaceText } from '../../frameworks/model/describe-place.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import type { Anchor } from '../model/resolve-anchors.ts'
import { anchorKinds, anchorStates } from '../state-words.ts'

/** An anchor with the id of its card on the page. */
export type NumberedAnchor = Anchor & { readonly id: string }

interface AnchorCardProps {
  readonly anchor: NumberedAnchor
  readonly edition: Edition
}

/** What an answer points at: its words, what kind of pointing it is, and the place in the draft. */
export function AnchorCard({ anchor, edition }: AnchorCardProps) {
  const { id, quote, kind, state } = anchor
  return (
    <li class={`lanyard-anchor lanyard-anchor--${state}`} id={id}>
      <p class="lanyard-anchor__quote">{quote}</p>
      <p class="lanyard-anchor__state">
        {anchorKinds[kind]}: <strong>{anchorStates[state]}</strong>
      </p>
      <Places anchor={anchor} edition={edition} />
    </li>
  )
}

/** So many places are shown in full; more of them, such as all of a page, open on asking. */
const mostShown = 2

function Places({ anchor, edition }: AnchorCardProps) {
  const { target, targets, state } = anchor
  if (state === 'not-found' || state === 'other-document') return null
  // The first of many is where a page begins; another than the first was named beside the page.
  const meant = target !== null && (targets.length === 1 || target !== targets[0])
  const shown = meant ? [target] : targets.length <= mostShown ? targets : []
  const folded = targets.filter((each) => !shown.includes(each))
  return (
    <>
      {shown.map((each) => (
        <PlaceView key={each} target={each} edition={edition} />
      ))}
      {folded.length > 0 && (
        <details class="lanyard-more">
          <summary>{foldedWords(anchor, folded.length)}</summary>
          {folded.map((each) => (
            <PlaceView key={each} target={each} edition={edition} />
          ))}
        </details>
      )}
    </>
  )
}

function foldedWords({ kind, state, targets }: Anchor, count: number): string {
  if (state === 'ambiguous') return `The ${count} places that it could mean`
  const whole = kind === 'page' ? 'on this page' : 'there'
  return count === targets.length
    ? `All ${count} places ${whole}`
    : `${count} more ${count === 1 ? 'place' : 'places'} ${whole}`
}

interface PlaceViewProps {
  readonly target: Target
  readonly edition: Edition
}

function PlaceView({ target, edition }: PlaceViewProps) {
  const place = describePlace(edition, target)
  if (place === undefined) return <p>What stood there is no longer in the draft.</p>
  return (
    <div class="lanyard-place">
      <PlaceName place={place} />
      <PlaceTexts texts={place.texts} />
    </div>
  )
}

function PlaceName({ place: { name, href } }: { readonly place: Place }) {
  return <p class="lanyard-place__name">{href === undefined ? name : <a href={href}>{name}</a>}</p>
}

/** One line more than these is shown too: opening it would take as much room. */
const mostTexts = 3

function PlaceTexts({ texts }: { readonly texts: readonly PlaceText[] }) {
  const first = texts.length <= mostTexts + 1 ? texts : texts.slice(0, mostTexts)
  const more = texts.slice(first.length)
  return (
    <>
      {first.map(placeText)}
      {more.length > 0 && (
        <details class="lanyard-more">
          <summary>{more.length} more lines</summary>
          {more.map(placeText)}
        </details>
      )}
    </>
  )
}

function placeText({ name, text }: PlaceText) {
  return (
    <p key={text}>
      {name && <strong>{name}: </strong>}
      {text}
    </p>
  )
}
