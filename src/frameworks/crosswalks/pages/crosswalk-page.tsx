import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { type ForeignCode, listForeignCodes } from '../model/list-codes.ts'
import type { Mapping } from '../model/mapping.ts'
import { confidenceNames, coverageNames, relationNames, scopeName } from '../model/mapping-names.ts'
import type { FrameworkOwner } from '../model/may-answer.ts'
import type { Crosswalk } from '../read-crosswalk.ts'
import { MappingStanding } from './mapping-status.tsx'
import { OwnCodes } from './own-codes.tsx'

interface CrosswalkPageProps extends Crosswalk {
  readonly standing: readonly Mapping[]
  readonly owners: readonly FrameworkOwner[]
}

export function CrosswalkPage(props: CrosswalkPageProps) {
  const { from, to, standing } = props
  const codes = listForeignCodes(to.edition)
  const related = codes.filter(({ code }) => standing.some((mapping) => mapping.to === code))
  return (
    <PageLayout
      title={`How we relate to ${to.edition.title}`}
      current="framework"
      breadcrumbs={[
        { href: paths.home(), text: 'Home' },
        { href: paths.crosswalks(), text: 'How frameworks relate' },
      ]}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">How frameworks relate</span>
        {to.edition.title}
      </h1>
      <InsetText>
        <p>
          <strong>{to.edition.label}.</strong> {to.edition.notice}{' '}
          <a href={paths.framework(to.ref)}>What we know of it, and where from</a>
        </p>
      </InsetText>
      <Owners {...props} />
      <p>
        Every mapping goes from <a href={paths.framework(from.ref)}>{from.edition.title}</a>,{' '}
        {from.edition.version}. For machines:{' '}
        <a href={`${paths.crosswalk(to.ref)}?as=json`}>the same as JSON</a>.
      </p>
      {related.map((code) => (
        <Code key={code.code} {...{ ...props, code }} />
      ))}
      <Unrelated codes={codes.filter((code) => !related.includes(code))} />
    </PageLayout>
  )
}

function Owners({ to, owners }: Pick<CrosswalkPageProps, 'to' | 'owners'>) {
  const scope = scopeName(to.skeleton)
  if (owners.length === 0) {
    return (
      <p>
        Its owner is {to.skeleton.owner}. No organisation is registered here that answers for{' '}
        {scope}, so nobody can approve these mappings yet. All of them are drafts.
      </p>
    )
  }
  return (
    <p>
      Its owner is {to.skeleton.owner}. Here{' '}
      {owners.map(({ slug, name }, index) => (
        <>
          {index > 0 && ' or '}
          <a href={paths.organisation(slug)}>{name}</a>
        </>
      ))}{' '}
      answers for {scope} and approves these mappings or does not.
    </p>
  )
}

function Code({ code, ...props }: CrosswalkPageProps & { readonly code: ForeignCode }) {
  const mappings = props.standing.filter(({ to }) => to === code.code)
  return (
    <section>
      <h2 class="nhsuk-heading-m" id={`code-${code.code}`}>
        {codeName(code)}
      </h2>
      {mappings.map((mapping) => (
        <MappingRows key={mapping.id} {...{ ...props, mapping }} />
      ))}
    </section>
  )
}

function MappingRows({ from, to, mapping }: CrosswalkPageProps & { readonly mapping: Mapping }) {
  return (
    <SummaryList
      rows={[
        { key: 'Ours', value: { children: <OwnCodes {...{ from, mapping }} /> } },
        { key: 'How they go together', value: relationNames[mapping.relation] },
        { key: 'How much of theirs', value: coverageNames[mapping.coverage] },
        ...(mapping.missing === undefined
          ? []
          : [{ key: 'What is missing', value: mapping.missing }]),
        { key: 'Why', value: mapping.why },
        { key: 'How sure', value: confidenceNames[mapping.confidence] },
        {
          key: 'Who says so',
          value: {
            children: (
              <>
                <MappingStanding mapping={mapping} skeleton={to.skeleton} /> Since{' '}
                {plainDate(mapping.at)}.
                {mapping.carriedFrom !== undefined && (
                  <>
                    {' '}
                    Carried over from {mapping.carriedFrom}: what it rests on is unchanged, or only
                    reworded or moved.
                  </>
                )}
              </>
            ),
          },
        },
      ]}
    />
  )
}

function Unrelated({ codes }: { readonly codes: readonly ForeignCode[] }) {
  if (codes.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Nothing of ours is related to these</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {codes.map((code) => (
          <li key={code.code}>{codeName(code)}</li>
        ))}
      </ul>
    </>
  )
}

/** "6. Communication", "2.1 Leadership: career level 3". */
export function codeName({ code, title, within }: ForeignCode): string {
  if (within === undefined) return `${code}. ${title}`
  return `${code} ${within}: ${title.toLowerCase()}`
}
