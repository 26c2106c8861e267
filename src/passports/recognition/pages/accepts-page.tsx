import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import type { SignedIn } from '../../../ui/page-header.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'
import {
  type Agreement,
  agreementState,
  agreementStateNames,
} from '../model/acceptance-agreement.ts'
import {
  type AcceptancePolicy,
  type PolicyWords,
  ruleSentence,
} from '../model/acceptance-policy.ts'
import { explainOrder } from '../model/explain-order.ts'

export interface AcceptsPageProps {
  readonly account?: SignedIn | undefined
  readonly slug: string
  readonly name: string
  readonly verified: boolean
  readonly endedOn?: string | undefined
  readonly policy?: AcceptancePolicy | undefined
  /** Published, and not begun yet. */
  readonly next?: AcceptancePolicy | undefined
  readonly agreements: readonly Agreement[]
  readonly alwaysLocal: readonly string[]
  readonly words: PolicyWords
  readonly today: string
  readonly demo: boolean
}

/** What an organisation accepts, in plain words, for whoever reads it. */
export function AcceptsPage(props: AcceptsPageProps) {
  const { slug, name, policy, next, verified, endedOn, demo } = props
  const ended = endedOn !== undefined && endedOn <= props.today
  return (
    <PageLayout
      title={`What ${name} accepts`}
      demo={demo}
      back={{ href: paths.organisation(slug), text: name }}
    >
      <h1 class="nhsuk-heading-l">What {name} accepts</h1>
      {ended && (
        <InsetText>
          <p>
            {name} ended on {dayInWords(endedOn)}. What it accepted no longer holds.
          </p>
        </InsetText>
      )}
      {!ended && !verified && (
        <InsetText>
          <p>Nobody vouches today that this organisation is who it says.</p>
        </InsetText>
      )}
      {policy === undefined ? (
        <p>{name} has not said yet what it accepts from other employers. You can still ask it.</p>
      ) : (
        <Policy {...props} policy={policy} />
      )}
      {next && (
        <p>
          <strong>From {dayInWords(next.fromOn)} this changes.</strong> A new version is published.
        </p>
      )}
      <Local {...props} />
      {!ended && (
        <p>
          <a href={paths.shareWith(slug)}>Share your credentials with {name}</a>
        </p>
      )}
    </PageLayout>
  )
}

function Policy(props: AcceptsPageProps & { readonly policy: AcceptancePolicy }) {
  const { policy, words, slug } = props
  return (
    <>
      <p>
        This is version {policy.version}, from {dayInWords(policy.fromOn)}. A person there looks at
        each thing and decides. This page says what they go by.
      </p>
      <h2 class="nhsuk-heading-m">The rules</h2>
      <RuleList policy={policy} words={words} />
      <Agreements {...props} />
      <p class="lanyard-meta">
        <a href={paths.acceptsJson(slug)}>The same as data (JSON)</a>
      </p>
    </>
  )
}

export function RuleList({
  policy: { rules },
  words,
}: {
  readonly policy: Pick<AcceptancePolicy, 'rules'>
  readonly words: PolicyWords
}) {
  if (rules.length === 0) return <p>No rule is set. A person decides on each thing.</p>
  const order = explainOrder(rules)
  return (
    <>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {rules.map((rule) => (
          <li key={rule.id}>{ruleSentence(rule, words)}</li>
        ))}
      </ul>
      {order.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}

function Agreements({ agreements, slug, today, words }: AcceptsPageProps) {
  const shown = agreements.filter((one) =>
    ['agreed', 'in-force', 'ending'].includes(agreementState(one, today)),
  )
  if (shown.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Agreements with others</h2>
      {shown.map((agreement) => {
        const own = agreement.organisation === slug
        const other = own
          ? { slug: agreement.other, name: agreement.otherName }
          : { slug: agreement.organisation, name: agreement.organisationName }
        const end = agreement.steps.find(({ endsOn }) => endsOn !== undefined)?.endsOn
        return (
          <section key={agreement.id}>
            <h3 class="nhsuk-heading-s">
              <a href={paths.accepts(other.slug)}>{other.name}</a>
            </h3>
            <p>
              {agreementStateNames[agreementState(agreement, today)]}. From{' '}
              {dayInWords(agreement.fromOn)}, looked at again on {dayInWords(agreement.reviewOn)}.
              {end !== undefined && ` Ends on ${dayInWords(end)}.`} This comes before the rules
              above.
            </p>
            <ul class="nhsuk-list nhsuk-list--bullet">
              {(own ? agreement.takes : agreement.gives).map((rule) => (
                <li key={rule.id}>{ruleSentence(rule, words)}</li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Local({ alwaysLocal, policy, name }: AcceptsPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What always stays local</h2>
      <p>Whatever is accepted, {name} does these itself, with everybody who joins:</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {[...alwaysLocal, ...(policy?.alsoLocal ?? [])].map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
}
