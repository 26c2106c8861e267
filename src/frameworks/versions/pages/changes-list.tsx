/** Changes one under the other, each with what stood there and what stands there now. */
import { paths } from '../../../paths.ts'
import { Tag } from '../../../ui/tag.tsx'
import { changeKindNames } from '../model/change-names.ts'
import type { EditionChange } from '../model/edition-change.ts'
import type { ChangeReason } from '../model/explain-changes.ts'
import { codeOf, isStatement, type Passage, wordingOf } from '../model/passage.ts'
import { BeforeAndNow } from './marked-text.tsx'

/** Where a passage of one of the two editions can be read. */
export type AddressOf = (passage: Passage) => string | undefined

export interface ChangesListProps {
  readonly changes: readonly EditionChange[]
  readonly addressBefore: AddressOf
  readonly addressAfter: AddressOf
  readonly reasons: ReadonlyMap<EditionChange, readonly ChangeReason[]>
}

export function ChangesList({ changes, reasons, ...addresses }: ChangesListProps) {
  const named = new Set<string>()
  return (
    <ol class="nhsuk-list lanyard-changes">
      {changes.map((change, index) => (
        <ChangeRow
          key={index}
          {...{ change, ...addresses, reasons: firstNamed(reasons.get(change) ?? [], named) }}
        />
      ))}
    </ol>
  )
}

type NamedReason = ChangeReason & { readonly isFirst: boolean }

/** An amendment that changed many things is named once, so that an address leads to one place. */
function firstNamed(reasons: readonly ChangeReason[], named: Set<string>): NamedReason[] {
  return reasons.map((reason) => {
    const isFirst = !named.has(reason.id)
    named.add(reason.id)
    return { ...reason, isFirst }
  })
}

type Addresses = Pick<ChangesListProps, 'addressBefore' | 'addressAfter'>

interface ChangeRowProps extends Addresses {
  readonly change: EditionChange
  readonly reasons: readonly NamedReason[]
}

function ChangeRow({ change, reasons, ...addresses }: ChangeRowProps) {
  const { kind, after, before } = change
  const passage = after[0] ?? before[0]
  if (passage === undefined) return null
  const address = after.length > 0 ? addresses.addressAfter : addresses.addressBefore
  return (
    <li class="lanyard-changes__change">
      <h3 class="nhsuk-heading-s lanyard-changes__heading">
        <PassageLink passage={passage} href={address(passage)} />{' '}
        <Tag text={changeKindNames[kind]} colour="white" />
      </h3>
      <WhatChanged change={change} {...addresses} />
      {reasons.map((reason) => (
        <Reason key={reason.id} reason={reason} />
      ))}
    </li>
  )
}

function PassageLink({
  passage,
  href,
}: {
  readonly passage: Passage
  readonly href?: string | undefined
}) {
  return href === undefined ? <span>{passage.name}</span> : <a href={href}>{passage.name}</a>
}

function WhatChanged({ change, ...addresses }: Addresses & { readonly change: EditionChange }) {
  const { kind, before, after, differences } = change
  const [old, now] = [before[0], after[0]]
  if (kind === 'split' || kind === 'merged') return <Parted change={change} {...addresses} />
  if (old === undefined) return <Whole passages={after} side="after" />
  if (now === undefined) return <Whole passages={before} side="before" />
  return (
    <>
      {kind === 'moved' && <Moved {...{ old, now, ...addresses }} />}
      {differences.map((difference, index) => (
        <div key={difference.name}>
          {!(index === 0 && difference.name === 'Wording') && (
            <p class="nhsuk-body-s nhsuk-u-secondary-text-colour lanyard-changes__name">
              {difference.name}
            </p>
          )}
          <BeforeAndNow difference={difference} />
        </div>
      ))}
    </>
  )
}

function Moved({
  old,
  now,
  addressBefore,
}: Addresses & { readonly old: Passage; readonly now: Passage }) {
  const href = addressBefore(old)
  return (
    <p>
      It was {href === undefined ? old.place : <a href={href}>{old.place}</a>} and is now{' '}
      {now.place}.
    </p>
  )
}

function Whole({
  passages,
  side,
}: {
  readonly passages: readonly Passage[]
  readonly side: 'before' | 'after'
}) {
  return (
    <>
      {passages.flatMap(({ target, texts }) =>
        texts.map(({ name, text }, index) => (
          <div key={`${target} ${name}`}>
            {index > 0 && (
              <p class="nhsuk-body-s nhsuk-u-secondary-text-colour lanyard-changes__name">{name}</p>
            )}
            <BeforeAndNow difference={{ name, before: '', after: '', [side]: text }} />
          </div>
        )),
      )}
    </>
  )
}

/** One that became several, or several that became one. */
function Parted({
  change: { kind, before, after },
  ...addresses
}: Addresses & { readonly change: EditionChange }) {
  const { addressBefore, addressAfter } = addresses
  return (
    <>
      <p>
        {kind === 'split'
          ? 'From the words, one seems to have become several.'
          : 'From the words, several seem to have become one.'}
      </p>
      <p class="nhsuk-u-margin-bottom-1">
        <strong>Before:</strong>
      </p>
      <PassageTexts passages={before} addressOf={addressBefore} />
      <p class="nhsuk-u-margin-bottom-1">
        <strong>Now:</strong>
      </p>
      <PassageTexts passages={after} addressOf={addressAfter} />
    </>
  )
}

function PassageTexts({
  passages,
  addressOf,
}: {
  readonly passages: readonly Passage[]
  readonly addressOf: AddressOf
}) {
  return (
    <ul>
      {passages.map((passage) => {
        const [href, name] = [
          addressOf(passage),
          isStatement(passage) ? codeOf(passage) : passage.name,
        ]
        return (
          <li key={passage.target}>
            {href === undefined ? name : <a href={href}>{name}</a>}: {wordingOf(passage)}
          </li>
        )
      })}
    </ul>
  )
}

function Reason({ reason }: { readonly reason: NamedReason }) {
  const { id, why, requirements, page, isFirst } = reason
  return (
    <p class="nhsuk-body-s" id={isFirst ? id : undefined}>
      <strong>Why:</strong> {why}{' '}
      <span class="nhsuk-u-secondary-text-colour">
        {requirements.length > 0 && <AskedFor requirements={requirements} />}
        {page !== undefined && `Page ${page} of the draft. `}
        Change {id}.
      </span>
    </p>
  )
}

function AskedFor({ requirements }: { readonly requirements: readonly string[] }) {
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
