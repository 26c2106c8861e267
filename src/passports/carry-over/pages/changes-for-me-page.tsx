/** What changed for me: what counts as before, what to confirm again, what is kept, what is new. */
import type { ShelvedEdition } from '../../../frameworks/edition-shelf.ts'
import { levelOf } from '../../../frameworks/model/framework.ts'
import { sectionOf } from '../../../frameworks/model/look-up.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { versionOf } from '../model/carried-words.ts'
import type { ChangedStanding, SignedWords, WhatChanged } from '../model/list-what-changed.ts'
import { EditionLine, type InForceWords } from './edition-line.tsx'

/** "2.2" of `2.2-entry`: the level stands in nobody's head. */
function shortCode(code: string): string {
  return code.replace(/-.*$/, '')
}

type TextOf = (ref: string, code: string) => string | undefined

export interface ChangesForMePageProps extends OwnPageProps, WhatChanged, InForceWords {
  readonly stored: ShelvedEdition
  readonly textOf: TextOf
  readonly today: string
  /** Whether anything was ever signed for them. */
  readonly signed: boolean
}

export function ChangesForMePage(props: ChangesForMePageProps) {
  const { account, demo, stored, over, confirm, partly, retired, added } = props
  const title = isAhead(props) ? 'What would change for me' : 'What changed for me'
  const nothing = [over, confirm, partly, retired, added].every((list) => list.length === 0)
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {stored.edition.title}, {versionOf(stored.ref)}
        </span>
        {title}
      </h1>
      <EditionLine {...props} to={paths.whatChanged} />
      {nothing ? <Nothing {...props} /> : <Lists {...props} />}
    </OwnLayout>
  )
}

/** Looked at before any of their employers works by it: there is nothing to do yet. */
function isAhead({ inForce, ref }: InForceWords): boolean {
  return inForce.length > 0 && !inForce.some((one) => one.ref === ref)
}

function Nothing({ stored, signed }: ChangesForMePageProps) {
  return (
    <>
      <p>Nothing changed for you.</p>
      <p>
        {signed
          ? `Everything that is signed off for you is on the words of the ${versionOf(stored.ref)} edition.`
          : 'Nothing is signed off for you on the words of another edition.'}{' '}
        When your employer moves to a newer edition, you see here what it means for you.
      </p>
    </>
  )
}

function Lists(props: ChangesForMePageProps) {
  const { over, confirm, partly, retired, added, stored, textOf } = props
  const ahead = isAhead(props)
  return (
    <>
      <p>
        {ahead
          ? 'Your employer does not work by this edition yet, so there is nothing to do now. You would lose nothing: each sign-off stays as it was signed. Here is what each one would count for.'
          : 'You lose nothing. Each sign-off stays as it was signed. Here is what each one counts for now.'}
      </p>
      <Button
        type="button"
        text="Print this page"
        variant="secondary"
        attributes={{ 'data-print': '', hidden: true }}
      />
      {confirm.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">
            {ahead ? 'To confirm again, once your employer moves' : 'Please confirm again'} (
            {confirm.length})
          </h2>
          <p>
            {ahead
              ? 'The meaning changes. These would count until the day that is given. Wait until your employer works by this edition: what is signed before that is on the older words.'
              : 'The meaning changed. These count until the day that is given. Ask a colleague to look at them again before then. You can do it in your next supervision.'}
          </p>
          <ul class="lanyard-standings">
            {confirm.map((one) => (
              <ToConfirm
                key={one.standing.statement.code}
                {...one}
                {...{ textOf, stored, ahead }}
              />
            ))}
          </ul>
        </>
      )}
      {partly.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Part of a wider statement ({partly.length})</h2>
          <p>
            This became one statement together with others. What you have stays in your history. Ask
            for the whole of it when you are ready.
          </p>
          <Kept list={partly} {...{ textOf, stored }} />
        </>
      )}
      {over.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Carried over ({over.length})</h2>
          <p>These count as before, until their own review date. There is nothing to do.</p>
          <ul class="lanyard-standings">
            {over.map((one) => (
              <Carried key={one.standing.statement.code} {...one} {...{ textOf, stored }} />
            ))}
          </ul>
        </>
      )}
      {retired.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Retired, kept in your history ({retired.length})</h2>
          <p>
            The {versionOf(stored.ref)} edition does not ask for these any more. Your credential
            stays good for what it says.
          </p>
          <Kept list={retired} {...{ textOf, stored }} />
        </>
      )}
      {added.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">New at your level ({added.length})</h2>
          <p>Nobody expects you to have these yet.</p>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {added.map(({ code, text }) => (
              <li key={code}>
                <a href={paths.statement(stored.ref, code)}>{shortCode(code)}</a> {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

type ShownProps = ChangedStanding & {
  readonly textOf: TextOf
  readonly stored: ShelvedEdition
}

function ToConfirm({ ahead, ...props }: ShownProps & { readonly ahead: boolean }) {
  const { standing } = props
  const { statement, until } = standing
  const level = levelOf(statement.code)
  const section = sectionOf(statement.code)
  return (
    <li class="lanyard-standing lanyard-standing--signed">
      <h3 class="lanyard-standing__kind">
        {standing.state === 'lapsed' ? 'Was to be confirmed again by' : 'Confirm again by'}{' '}
        {until && dayInWords(until)}
      </h3>
      <p class="lanyard-standing__text">
        {shortCode(statement.code)} {statement.text}
      </p>
      <OldWords {...props} />
      {level && !ahead && (
        <p>
          <a href={paths.askForSignOff(section, level)}>
            Ask for sign-off
            <span class="nhsuk-u-visually-hidden"> of {shortCode(statement.code)}</span>
          </a>
        </p>
      )}
    </li>
  )
}

function Carried(props: ShownProps) {
  const { standing, carried } = props
  const { statement, signing, until } = standing
  return (
    <li class="lanyard-standing lanyard-standing--signed">
      <p class="lanyard-standing__text">
        {shortCode(statement.code)} {statement.text}
      </p>
      <p class="lanyard-meta">
        By {signing?.shown.assessor.name} on the {versionOf(carried.from)} wording.
        {until && ` Its review is due on ${dayInWords(until)}.`}
      </p>
      <OldWords {...props} />
    </li>
  )
}

/** Beside one another, where they differ. */
function OldWords({ standing: { statement }, carried, textOf }: ShownProps) {
  const codes = [carried.code, ...(carried.together ?? [])]
  const old = codes.map((code) => ({ code, text: textOf(carried.from, code) }))
  const same = old.every(({ code, text }) => code === statement.code && text === statement.text)
  if (same) return null
  return (
    <Details summary={`The words of ${versionOf(carried.from)}`}>
      {old.map(({ code, text }) => (
        <p key={code}>
          {shortCode(code)} {text}
        </p>
      ))}
    </Details>
  )
}

function Kept({
  list,
  textOf,
  stored,
}: {
  readonly list: readonly SignedWords[]
  readonly textOf: TextOf
  readonly stored: ShelvedEdition
}) {
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {list.map(({ edition, code, signing, became }) => (
        <li key={`${edition} ${code}`}>
          {shortCode(code)} {textOf(edition, code)}
          <br />
          Signed by {signing.shown.assessor.name} on {dayInWords(signing.assessedOn)}, on the{' '}
          {versionOf(edition)} wording.{' '}
          {became.map((one) => (
            <a key={one} href={paths.statement(stored.ref, one)}>
              Now part of {shortCode(one)}
            </a>
          ))}
        </li>
      ))}
    </ul>
  )
}
