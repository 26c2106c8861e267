import { paths } from '../../paths.ts'
import { PageLayout } from '../../ui/page-layout.tsx'
import type { DescribedCheck } from '../model/describe-checks.ts'
import { inWords } from '../model/names.ts'
import { type Severity, severities } from '../model/wording-finding.ts'

const groups: Readonly<Record<Severity, { readonly heading: string; readonly meaning: string }>> = {
  must: {
    heading: 'Must be mended',
    meaning:
      'A new edition is not published while one of these stands, unless a named person says why it may stay.',
  },
  should: {
    heading: 'Should be mended',
    meaning: 'Most are slips of the pen. Whoever edits mends them, or knows why not.',
  },
  advice: {
    heading: 'Advice',
    meaning: 'Something to think about. The text may be right as it is.',
  },
}

export function ChecksPage({ checks }: { readonly checks: readonly DescribedCheck[] }) {
  return (
    <PageLayout
      title="How wording is checked"
      current="framework"
      breadcrumbs={[{ href: paths.frameworks(), text: 'Frameworks' }]}
    >
      <h1 class="nhsuk-heading-xl">How the wording of a framework is checked</h1>
      <p class="nhsuk-lede-text">
        A computer reads every sentence and asks these {checks.length} questions. It only points and
        suggests. A person decides.
      </p>
      <p>
        Quotations and proper names are left alone. R and a number lead to{' '}
        <a href={paths.response()}>what was asked</a> of a framework.
      </p>
      <ul>
        {severities.map((severity) => (
          <li key={severity}>
            <a href={`#${severity}`}>{groups[severity].heading}</a>
          </li>
        ))}
      </ul>
      {severities.map((severity) => (
        <CheckGroup key={severity} {...{ severity, checks }} />
      ))}
    </PageLayout>
  )
}

function CheckGroup({
  severity,
  checks,
}: {
  readonly severity: Severity
  readonly checks: readonly DescribedCheck[]
}) {
  const here = checks.filter((check) => check.severity === severity)
  return (
    <section>
      <h2 class="nhsuk-heading-l" id={severity}>
        {groups[severity].heading}
        <span class="nhsuk-caption-l">{here.length} questions</span>
      </h2>
      <p>{groups[severity].meaning}</p>
      <ol class="nhsuk-list lanyard-changes">
        {here.map((check) => (
          <DescribedRule key={check.code} check={check} />
        ))}
      </ol>
    </section>
  )
}

function DescribedRule({ check }: { readonly check: DescribedCheck }) {
  const { code, question, fails, passes, says } = check
  const further = check.suggestions.filter(
    (suggestion) => !says.toLowerCase().includes(suggestion.toLowerCase()),
  )
  return (
    <li class="lanyard-changes__change">
      <h3 class="nhsuk-heading-s" id={code}>
        {question}
      </h3>
      <p>
        <strong>It finds fault with:</strong> {fails}
      </p>
      <p>
        <strong>It says:</strong> {/[.!?]$/.test(says) ? says : `${says}.`}
        {further.length > 0 && ` It suggests: ${inWords(further.map(quoted))}.`}
      </p>
      <p>
        <strong>It is content with:</strong> {passes}
      </p>
      <p class="nhsuk-hint">
        <Asked requirements={check.requirements} />
        Name of the rule: {code}.
      </p>
    </li>
  )
}

function quoted(words: string): string {
  return words.trim() === '' ? 'taking it out' : `“${words}”`
}

function Asked({ requirements }: { readonly requirements: readonly string[] }) {
  if (requirements.length === 0) return <>A rule of our own. </>
  return (
    <>
      Asked for by{' '}
      {requirements.map((id, index) => (
        <>
          {index > 0 && ' and '}
          <a href={`${paths.response()}#${id}`}>{id}</a>
        </>
      ))}
      .{' '}
    </>
  )
}
