/** The front page of a draft: what it is, what is in it, who works on it and what happened last. */

import type { Finding } from '../../../finding.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Edition } from '../../model/framework.ts'
import { draftLinks } from '../draft-links.ts'
import type { PastChange } from '../drafts-store.ts'
import { type Draft, type DraftRole, refOfDraft } from '../model/draft.ts'
import { stateNames } from '../model/state-names.ts'
import { ChangesList } from './changes-list.tsx'
import { DraftLayout } from './draft-layout.tsx'
import { FindingsList } from './findings-list.tsx'

interface DraftPageProps extends OwnPageProps {
  readonly draft: Draft
  readonly edition: Edition
  readonly mayWrite: boolean
  readonly findings: readonly Finding[]
  readonly acts: readonly (readonly PastChange[])[]
  readonly names: ReadonlyMap<string, string>
  readonly people: readonly { readonly personId: string; readonly role: DraftRole }[]
  readonly done?: string | undefined
}

export function DraftPage(props: DraftPageProps) {
  const { account, demo, draft, edition, mayWrite, findings, done } = props
  const isPublished = draft.state === 'published'
  const links = draftLinks(draft.id, isPublished)
  return (
    <DraftLayout
      {...{ account, demo, draft, done }}
      title={edition.title}
      back={{ href: paths.drafts(), text: 'Drafts' }}
    >
      <WhatItIs {...props} />
      {links.length > 0 && (
        <nav aria-label="This draft">
          <ul class="nhsuk-list">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isPublished && (
        <p>
          <a href={paths.framework(refOfDraft(draft))}>Read the published edition</a>. Nothing in it
          changes any more.
        </p>
      )}
      <h2 class="nhsuk-heading-m">
        {mayWrite && !isPublished ? 'What do you want to change?' : 'What is in it'}
      </h2>
      <Contents draft={draft} edition={edition} />
      {findings.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">What does not fit together yet</h2>
          <FindingsList draft={draft.id} findings={findings} />
        </>
      )}
      <Latest {...props} />
    </DraftLayout>
  )
}

const roleWords = { editor: 'writes', reviewer: 'reviews' } as const

function WhatItIs({ draft, people, names }: DraftPageProps) {
  const workers = people.map(
    ({ personId, role }) => `${names.get(personId) ?? 'Somebody'} (${roleWords[role]})`,
  )
  return (
    <SummaryList
      rows={[
        { key: 'State', value: stateNames[draft.state] },
        {
          key: 'Begun from',
          value:
            draft.base === undefined
              ? 'Nothing'
              : { children: <a href={paths.framework(draft.base)}>{draft.base}</a> },
        },
        {
          key: 'Who works on it',
          value: ['The stewards of the framework', ...workers].join(', '),
        },
      ]}
    />
  )
}

function Contents({ draft, edition }: Pick<DraftPageProps, 'draft' | 'edition'>) {
  const list = (of: string) => paths.draftList(draft.id, of)
  return (
    <>
      <h3 class="nhsuk-heading-s">Domains</h3>
      <ul class="nhsuk-list">
        {edition.domains.map(({ number, title, sections }) => (
          <li key={number}>
            <a href={list(`domain/${number}`)}>
              Domain {number}: {title}
            </a>{' '}
            <span class="nhsuk-body-s">
              {counted(sections.length, 'section')},{' '}
              {counted(sections.flatMap(({ statements }) => statements).length, 'statement')}
            </span>
          </li>
        ))}
        {draft.state !== 'published' && (
          <li>
            <a href={list('domain')}>Add, move or take out a domain</a>
          </li>
        )}
      </ul>
      <h3 class="nhsuk-heading-s">Parts</h3>
      <ul class="nhsuk-list">
        {edition.parts.map(({ number, title, sections }) => (
          <li key={number}>
            <a href={list(`part/${number}`)}>
              Part {number}: {title}
            </a>{' '}
            <span class="nhsuk-body-s">{counted(sections.length, 'section')}</span>
          </li>
        ))}
        {draft.state !== 'published' && (
          <li>
            <a href={list('part')}>Add, move or take out a part</a>
          </li>
        )}
      </ul>
      <h3 class="nhsuk-heading-s">Everything else</h3>
      <ul class="nhsuk-list">
        <li>
          <a href={paths.draftThing(draft.id, 'edition')}>Title page</a>{' '}
          <span class="nhsuk-body-s">title, summary, who looks after it</span>
        </li>
        {others(edition).map(({ of, text, count }) => (
          <li key={of}>
            <a href={list(of)}>{text}</a> <span class="nhsuk-body-s">{count}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function others({ levels, pillars, glossary, terms, roles }: Edition) {
  return [
    { of: 'level', text: 'Levels', count: levels.length },
    { of: 'pillar', text: 'Pillars', count: pillars.length },
    { of: 'glossary', text: 'Glossary', count: glossary.length },
    { of: 'term', text: 'Preferred terms', count: terms.length },
    { of: 'role', text: 'Role examples', count: roles.length },
  ]
}

function counted(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${one}s`
}

function Latest({ account, draft, acts, names, mayWrite }: DraftPageProps) {
  const newest = acts[0]?.[0]
  return (
    <>
      <h2 class="nhsuk-heading-m">Latest changes</h2>
      {acts.length === 0 && <p>Nothing is changed yet.</p>}
      <ChangesList {...{ draft: draft.id, acts, names }} />
      {mayWrite && draft.state !== 'published' && newest !== undefined && (
        <OwnForm action={paths.undoInDraft(draft.id)} csrfToken={account.csrfToken}>
          <input type="hidden" name="number" value={newest.number} />
          <Button text="Undo the last change" variant="secondary" preventDoubleClick />
        </OwnForm>
      )}
    </>
  )
}
