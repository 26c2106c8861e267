/** Statements by section, each told apart by words, heading and frame. */

import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Icon } from '../../../ui/icon.tsx'
import { carriedWords, isToConfirm } from '../../carry-over/model/carried-words.ts'
import { answerWords } from '../../model/answer.ts'
import { entryKindNames } from '../../model/entry.ts'
import type { SectionStanding, Standing } from '../../model/evaluate-passport.ts'
import { pausedWords } from '../../model/pause.ts'
import type { Signing } from '../../model/signing.ts'

export interface StandingListProps {
  readonly sections: readonly SectionStanding[]
  readonly level: LevelSlug
  /** Of each section. */
  readonly heading: 'h2' | 'h3'
  /** Without what can be done: for paper. */
  readonly plain?: boolean | undefined
}

export function StandingList({ sections, ...props }: StandingListProps) {
  return (
    <>
      {sections.map((standing) => (
        <SectionBlock key={standing.section.code} standing={standing} {...props} />
      ))}
    </>
  )
}

function SectionBlock({
  level,
  heading: Heading,
  plain,
  standing: { section, standings },
}: Omit<StandingListProps, 'sections'> & { readonly standing: SectionStanding }) {
  const { code, title } = section
  return (
    <section class="lanyard-standing-section" id={`section-${code}`}>
      <Heading class="nhsuk-heading-s">
        {code} {title}
      </Heading>
      <ul class="lanyard-standings">
        {standings.map((standing) => (
          <StandingCard key={standing.statement.code} standing={standing} />
        ))}
      </ul>
      {!plain && <SectionActions {...{ level, section, standings }} />}
    </section>
  )
}

function SectionActions({
  level,
  section: { code, title },
  standings,
}: SectionStanding & { readonly level: LevelSlug }) {
  const blank = standings.every(({ answer }) => answer === undefined)
  return (
    <p class="lanyard-actions">
      <a href={paths.selfAssess(code, level)}>
        {blank ? 'Say where you stand' : 'Change my answers'}
        <span class="nhsuk-u-visually-hidden">
          {' '}
          in {code} {title}
        </span>
      </a>
      <a href={paths.askForSignOff(code, level)}>
        Ask for sign-off
        <span class="nhsuk-u-visually-hidden">
          {' '}
          of {code} {title}
        </span>
      </a>
    </p>
  )
}

function StandingCard({ standing }: { readonly standing: Standing }) {
  const { statement, signing, answer } = standing
  const { frame, icon, kind } = looksOf(standing)
  return (
    <li class={`lanyard-standing lanyard-standing--${frame}`}>
      <h4 class="lanyard-standing__kind">
        {icon && <Icon name={icon} />}
        {kind}
      </h4>
      <p class="lanyard-standing__text">{statement.text}</p>
      {signing && <SignedBy standing={standing} signing={signing} />}
      {frame !== 'self' && answer && (
        <p class="lanyard-meta">You say: {answerWords[answer.answer]}</p>
      )}
      <Shown standing={standing} />
    </li>
  )
}

interface Looks {
  readonly frame: 'signed' | 'due' | 'self' | 'blank'
  readonly icon?: 'tick' | 'minus'
  readonly kind: string
}

/** A sign-off looks like one; a holder's own word never does. */
function looksOf({ state, signing, answer, entries, carried }: Standing): Looks {
  const by = signing === undefined ? 'Confirmed' : 'Signed off'
  const toConfirm = isToConfirm({ carried, signing })
  if (state === 'held') return { frame: 'signed', icon: 'tick', kind: by }
  if (state === 'due-soon')
    return {
      frame: 'signed',
      icon: 'tick',
      kind: `${by}, ${toConfirm ? 'to be confirmed again' : 'review due'} soon`,
    }
  if (state === 'paused' && signing?.pause) {
    return { frame: 'due', icon: 'minus', kind: pausedWords(signing.pause) }
  }
  if (state === 'lapsed' && signing === undefined) {
    return { frame: 'due', icon: 'minus', kind: 'What you hold is past its date' }
  }
  if (state === 'lapsed') {
    const was = toConfirm ? 'it was to be confirmed again' : 'its review was due'
    return { frame: 'due', icon: 'minus', kind: `Signed off, and ${was}` }
  }
  if (answer !== undefined) {
    return { frame: 'self', kind: `You say: ${answerWords[answer.answer]}` }
  }
  if (entries.length > 0) return { frame: 'self', kind: 'You say: it is in your passport' }
  return { frame: 'blank', kind: 'No answer yet' }
}

/** The entries that count towards it. */
function Shown({ standing: { entries } }: { readonly standing: Standing }) {
  if (entries.length === 0) return null
  return (
    <p class="lanyard-meta">
      You show:{' '}
      {entries
        .map(({ kind, title, confirmation }) =>
          [
            `${entryKindNames[kind].toLowerCase()}, ${title}`,
            ...(confirmation === undefined ? [] : [`confirmed by ${confirmation.by}`]),
          ].join(', '),
        )
        .join('; ')}
      .
    </p>
  )
}

function SignedBy({
  standing,
  signing,
}: {
  readonly standing: Standing
  readonly signing: Signing
}) {
  const { shown, assessedOn, reviewOn } = signing
  const due = standing.state === 'lapsed'
  const carried = carriedWords(standing)
  return (
    <p class="lanyard-meta">
      By {shown.assessor.name}, {shown.organisation}, on {dayInWords(assessedOn)}.
      {reviewOn &&
        !isToConfirm(standing) &&
        ` Review ${due ? 'was ' : ''}due on ${dayInWords(reviewOn)}.`}
      {carried && ` ${carried}`}
    </p>
  )
}
