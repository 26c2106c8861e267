import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import type { EditionHead } from '../frameworks-store.ts'
import { type Domain, type Skeleton, statementsOf } from '../model/framework.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'
import { SearchForm } from './search-form.tsx'

interface FrameworkPageProps extends EditionPageProps {
  readonly others: readonly EditionHead[]
  /** Editions before it, of which it is said what became of each statement. */
  readonly follows: readonly string[]
  /** What is new, in the words of its publishers. */
  readonly notice?: string | undefined
}

export function FrameworkPage({ stored, others, follows, notice }: FrameworkPageProps) {
  const { edition, ref } = stored
  const total = statementsOf(edition).length
  return (
    <EditionLayout stored={stored} title={edition.title}>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">Edition {edition.version}</span>
        {edition.title}
      </h1>
      <p class="nhsuk-lede-text">{edition.summary}</p>
      <About stored={stored} />
      {notice && (
        <InsetText>
          <h2 class="nhsuk-heading-s">What is new</h2>
          <p>{notice}</p>
        </InsetText>
      )}
      <SinceBefore stored={stored} follows={follows} />
      {edition.skeleton && <SkeletonFacts ref_={ref} skeleton={edition.skeleton} />}
      {total > 0 && <SearchForm ref_={ref} />}
      {edition.parts.length > 0 && <Parts stored={stored} />}
      <h2 class="nhsuk-heading-l">
        {edition.domains.length} {edition.skeleton?.divisions ?? 'domains'}
        {total > 0 && `, ${total} statements`}
      </h2>
      <ol class="lanyard-contents-list lanyard-contents-list--cards">
        {edition.domains.map((domain) => (
          <DomainRow key={domain.number} {...{ ref_: ref, domain }} />
        ))}
      </ol>
      {(total > 0 || stored.derivation) && <More stored={stored} />}
      <p>
        <a href={paths.overlays()}>What organisations add</a>
      </p>
      <p class="nhsuk-body-s">
        For machines: <a href={`${paths.framework(ref)}?as=json`}>the same as JSON</a>.
      </p>
      <OtherEditions others={others.filter((other) => other.ref !== ref)} />
    </EditionLayout>
  )
}

function SinceBefore({ stored, follows }: Pick<FrameworkPageProps, 'stored' | 'follows'>) {
  if (follows.length === 0) return null
  return (
    <ul class="nhsuk-list">
      {follows.flatMap((before) => [
        <li key={before}>
          <a href={paths.changes(stored.ref, before)}>
            What changed since {before.replaceAll('-', ' ')}
          </a>
        </li>,
        <li key={`fates ${before}`}>
          <a href={paths.succession(stored.ref, before)}>
            What became of each statement of {before.replaceAll('-', ' ')}
          </a>
        </li>,
      ])}
    </ul>
  )
}

function More({ stored }: EditionPageProps) {
  const { edition, ref } = stored
  return (
    <>
      <h2 class="nhsuk-heading-m">More</h2>
      <ul class="nhsuk-list">
        {statementsOf(edition).length > 0 && (
          <>
            <li>
              <ActionLink
                href={paths.levels(ref)}
                text="What each level is, and what it asks for"
              />
            </li>
            <li>
              <ActionLink href={paths.glossary(ref)} text="Words used, and what they mean here" />
            </li>
          </>
        )}
        {stored.status !== 'draft' && stored.status !== 'in-consultation' && (
          <li>
            <ActionLink href={paths.editionRecord(ref)} text="How this edition was made" />
          </li>
        )}
        <li>
          <ActionLink href={paths.downloads(ref)} text="Download or print this edition" />
        </li>
        {stored.derivation && (
          <li>
            <ActionLink
              href={paths.changes(`${edition.slug}/${stored.derivation.leadsTo}`, edition.version)}
              text={`What changed between this draft and ${stored.derivation.leadsTo}`}
            />
          </li>
        )}
      </ul>
    </>
  )
}

function About({ stored: { edition } }: EditionPageProps) {
  return (
    <p class="nhsuk-body-s">
      {edition.published && `Published on ${dayInWords(edition.published)}. `}Looked after by{' '}
      {edition.steward}.
    </p>
  )
}

function SkeletonFacts({ ref_, skeleton }: { readonly ref_: string; readonly skeleton: Skeleton }) {
  const { edition, source, checkedOn, licence, codes } = skeleton
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Edition', value: edition },
          { key: 'Where we read it', value: { children: <Source text={source} /> } },
          { key: 'Checked on', value: dayInWords(checkedOn) },
          { key: 'Licence', value: licence },
          { key: 'Codes', value: codes },
        ]}
      />
      <p>
        <a href={paths.crosswalk(ref_)}>How our own framework relates to it</a>
      </p>
    </>
  )
}

function Source({ text }: { readonly text: string }) {
  return text.startsWith('https://') ? <a href={text}>{text}</a> : <span>{text}</span>
}

function Parts({ stored }: EditionPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-l">Read about it</h2>
      <ol class="lanyard-contents-list">
        {stored.edition.parts.map(({ number, title, sections }) => (
          <li key={number}>
            <a href={paths.part(stored.ref, number)}>
              Part {number}: {title}
            </a>
            <span class="nhsuk-hint">{sections.map(({ heading }) => heading).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function counted(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}

function DomainRow({ ref_, domain }: { readonly ref_: string; readonly domain: Domain }) {
  const statements = domain.sections.flatMap((section) => section.statements).length
  return (
    <li>
      <a href={paths.domain(ref_, domain.number)}>
        {domain.number}. {domain.title}
      </a>
      <span class="nhsuk-hint">
        {domain.purpose} {counted(domain.sections.length, 'section')}
        {statements > 0 && `, ${counted(statements, 'statement')}`}.
      </span>
    </li>
  )
}

function OtherEditions({ others }: { readonly others: readonly EditionHead[] }) {
  if (others.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Other editions and frameworks here</h2>
      <ul class="nhsuk-list">
        {others.map(({ ref, title }) => (
          <li key={ref}>
            <a href={paths.framework(ref)}>
              {title} ({ref.split('/')[1]?.replaceAll('-', ' ')})
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
