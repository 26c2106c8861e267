import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { keptInWords, kindOf, type RetentionKind } from '../../retention/model/retention.ts'
import { articleWords, mayObject, type Purpose, type PurposeList } from '../model/purpose.ts'

export interface PrivacyPageProps {
  readonly list: PurposeList
  readonly retention: readonly RetentionKind[]
  readonly operator: { readonly name?: string | undefined; readonly contact?: string | undefined }
  readonly demo: boolean
}

export function PrivacyPage(props: PrivacyPageProps) {
  const { list, demo } = props
  const title = 'How your information is used'
  return (
    <PageLayout title={title} demo={demo}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Short answers come first. Below them is a part for each use, with the law it rests on.</p>
      {list.short.map(({ asks, answer }) => (
        <section key={asks}>
          <h2 class="nhsuk-heading-s">{asks}</h2>
          <p>{answer}</p>
        </section>
      ))}
      <Rights {...props} />
      <Controllers {...props} />
      <h2 class="nhsuk-heading-m" id="uses">
        What it is used for
      </h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {list.purposes.map(({ id, title, short }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>. {short}
          </li>
        ))}
      </ul>
      {list.purposes.map((purpose) => (
        <PurposePart key={purpose.id} {...props} purpose={purpose} />
      ))}
      <p class="nhsuk-body-s">This page says what was so on {dayInWords(list.edition)}.</p>
    </PageLayout>
  )
}

function Rights({ list: { regulator } }: PrivacyPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m" id="rights">
        What you can do
      </h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href={paths.yourRecord()}>See and download everything</a> that is kept about you
        </li>
        <li>
          <a href={paths.preview()}>See your record as others see it</a>
        </li>
        <li>
          <a href={paths.whoLooked()}>See who looked at it</a>, and when
        </li>
        <li>
          <a href={paths.correct()}>Have something put right</a>
        </li>
        <li>Object to a use of it: each use below that you can object to says so</li>
        <li>
          <a href={paths.equality()}>Change or clear your equality answers</a>
        </li>
        <li>
          <a href={paths.closeAccount()}>Close your account</a>
        </li>
        <li>
          <a href={paths.complain()}>Complain to us</a>, with or without an account
        </li>
      </ul>
      <p>
        You can also complain to the {regulator.name} at any time:{' '}
        <a href={regulator.page}>{regulator.page.replace('https://', '').replace(/\/$/, '')}</a>, or
        phone {regulator.phone}. {regulator.post}
      </p>
    </>
  )
}

function Controllers({ list, operator, demo }: PrivacyPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m" id="controllers">
        Who is responsible
      </h2>
      <SummaryList
        rows={list.controllers.map(({ name, means }) => ({
          key: { text: name },
          value: { text: means },
        }))}
      />
      {operator.name === undefined ? (
        <InsetText>
          <p>
            {demo
              ? 'This is a demonstration with made-up people, so nobody is responsible for real information here.'
              : 'Whoever runs this service has not said who they are. They have to (UK GDPR Article 13), by the settings OPERATOR_NAME and OPERATOR_CONTACT.'}
          </p>
        </InsetText>
      ) : (
        <p>
          This service is run by <strong>{operator.name}</strong>.
          {operator.contact && ` About how your information is used, ask: ${operator.contact}`}
        </p>
      )}
    </>
  )
}

function PurposePart({ purpose, list, retention }: PrivacyPageProps & { purpose: Purpose }) {
  const { id, title, short, what, seenBy, source, special } = purpose
  const controller = list.controllers.find((one) => one.id === purpose.controller)
  return (
    <section aria-labelledby={id}>
      <h2 class="nhsuk-heading-m" id={id}>
        {title}
      </h2>
      <p>{short}</p>
      <SummaryList
        rows={[
          { key: { text: 'What' }, value: { children: <Bullets of={what} /> } },
          { key: { text: 'Who sees it' }, value: { children: <Bullets of={seenBy} /> } },
          {
            key: { text: 'How long' },
            value: { children: <Bullets of={keptOf(purpose, retention)} /> },
          },
          { key: { text: 'Who is responsible' }, value: { text: controller?.name } },
          { key: { text: 'Where it comes from' }, value: { text: source } },
          { key: { text: 'Health, beliefs and the like' }, value: { text: special.words } },
        ]}
      />
      {mayObject(purpose) && (
        <p>
          <a href={paths.objectTo(id)}>
            Object to this use<span class="nhsuk-u-visually-hidden">: {title}</span>
          </a>
        </p>
      )}
      <Details summary={`The law: ${title.toLowerCase()}`}>
        <Law {...purpose} />
      </Details>
    </section>
  )
}

function Law({ bases, special, decides }: Purpose) {
  return (
    <>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {bases.map(({ article, when, law, because }) => (
          <li key={`${article} ${when}`}>
            {when}: UK GDPR Article {article}, {articleWords[article]} ({law}). {because}
          </li>
        ))}
      </ul>
      {special.article && (
        <p>
          Special category information: UK GDPR Article {special.article}. {special.condition}.
        </p>
      )}
      <p>Whoever is responsible still has to decide:</p>
      <Bullets of={decides} />
    </>
  )
}

function Bullets({ of }: { readonly of: readonly string[] }) {
  const [only, ...others] = of
  if (others.length === 0) return <>{only}</>
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {of.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

function keptOf({ kept, keptWords }: Purpose, retention: readonly RetentionKind[]): string[] {
  const kinds = kept.map((slug) => kindOf(retention, slug))
  const words = kinds.map((kind) => `${kind.what}: ${keptInWords(kind)}`)
  return [...words, ...(keptWords === undefined ? [] : [keptWords])].map(
    (one) => `${one.slice(0, 1).toUpperCase()}${one.slice(1)}`,
  )
}
