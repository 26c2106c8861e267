import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Card } from '../../../ui/card.tsx'
import { Details } from '../../../ui/details.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import { type Contact, isOverdue, purposeNames } from '../model/contact.ts'
import type { TopicName, TurnItem, TurnTopic } from '../model/where-to-turn.ts'

interface Local {
  readonly slug: string
  readonly name: string
}

interface LocalIn extends Local {
  readonly nation: string
}

export interface WhereToTurnPageProps {
  readonly name: TopicName
  readonly topic: TurnTopic
  readonly nations: Readonly<Record<string, string>>
  /** All that say where to turn, by name. */
  readonly local: readonly LocalIn[]
  readonly demo: boolean
}

const pathsOf = {
  speakingUp: { all: paths.speakingUp, at: paths.speakingUpAt },
  signposts: { all: paths.signposts, at: paths.signpostsAt },
} as const

export function WhereToTurnPage(props: WhereToTurnPageProps) {
  const { topic, nations, demo } = props
  return (
    <PageLayout title={topic.title} demo={demo}>
      <h1 class="nhsuk-heading-l">{topic.title}</h1>
      <First topic={topic} />
      {topic.intro.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <ul>
        {topic.nations.map(({ nation }) => (
          <li key={nation}>
            <a href={`#${nation}`}>{nations[nation] ?? nation}</a>
          </li>
        ))}
      </ul>
      <FindLocal {...props} />
      {topic.everywhere.map((item) => (
        <Item key={item.title} item={item} level={2} />
      ))}
      {topic.nations.map(({ nation, items }) => (
        <section key={nation} id={nation}>
          <h2 class="nhsuk-heading-m">In {nations[nation] ?? nation}</h2>
          {items.map((item) => (
            <Item key={item.title} item={item} level={3} />
          ))}
        </section>
      ))}
      <Other {...props} />
    </PageLayout>
  )
}

function First({ topic: { first } }: { readonly topic: TurnTopic }) {
  return (
    <WarningCallout heading={{ text: first.title, level: 2 }}>
      <p>{first.words}</p>
    </WarningCallout>
  )
}

function FindLocal({ name, local, nations }: WhereToTurnPageProps) {
  const { at } = pathsOf[name]
  const inNations = [...Map.groupBy(local, ({ nation }) => nation)]
  return (
    <>
      <h2 class="nhsuk-heading-m" id="local">
        Where you work, or near you
      </h2>
      {local.length === 0 ? (
        <p>No organisation has said here yet where to turn. Start with your nation, below.</p>
      ) : (
        <p>
          These have said where to turn. There is nothing to type, and we keep no note of the page
          that you open. The device that you use may keep its address: use your own if you can.
        </p>
      )}
      {inNations.map(([nation, there]) => (
        <Details
          key={nation}
          summary={`${nations[nation] ?? 'All of the UK'}: ${there.length === 1 ? '1 organisation' : `${there.length} organisations`}`}
        >
          <ul>
            {there.map(({ slug, name }) => (
              <li key={slug}>
                <a href={at(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </Details>
      ))}
      {local.length > 0 && <p>If where you work is not there, start with your nation, below.</p>}
    </>
  )
}

function Item({ item, level }: { readonly item: TurnItem; readonly level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      <Heading class={level === 2 ? 'nhsuk-heading-m' : 'nhsuk-heading-s'}>{item.title}</Heading>
      {'notKnown' in item ? (
        <p>
          <strong>Not known to us.</strong> {item.notKnown}
        </p>
      ) : (
        <>
          {item.words.map((words) => (
            <p key={words}>{words}</p>
          ))}
          {item.source && (
            <p class="nhsuk-body-s">
              Source: <a href={item.source.href}>{item.source.name}</a>.{' '}
              {item.source.checkedOn === undefined
                ? 'Not checked by us.'
                : `Read on ${dayInWords(item.source.checkedOn)}.`}
            </p>
          )}
        </>
      )}
    </>
  )
}

function Other({ name }: WhereToTurnPageProps) {
  return name === 'speakingUp' ? (
    <p>
      <a href={paths.signposts()}>Who else can help: councils, charities and carers</a>
    </p>
  ) : (
    <p>
      <a href={paths.speakingUp()}>Speaking up: where to raise a concern</a>
    </p>
  )
}

export interface LocalTurnPageProps {
  readonly name: TopicName
  readonly topic: TurnTopic
  readonly local: LocalIn
  readonly contacts: readonly Contact[]
  readonly today: string
  readonly demo: boolean
}

/** Where to turn in one organisation, from what its managers keep. */
export function LocalTurnPage({ name, topic, local, contacts, today, demo }: LocalTurnPageProps) {
  const { all } = pathsOf[name]
  const grouped = [...Map.groupBy(contacts, ({ purpose }) => purpose)]
  return (
    <PageLayout
      title={`${topic.title}: ${local.name}`}
      back={{ href: all(), text: topic.title }}
      demo={demo}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{local.name}</span>
        {topic.title}
      </h1>
      <First topic={topic} />
      {name === 'speakingUp' && (
        <p>Nothing about a concern is kept here, and nobody is told that you read this page.</p>
      )}
      {contacts.length === 0 && (
        <p>
          {local.name} has not said here yet where to turn. Start with{' '}
          <a href={`${all()}#${local.nation}`}>what there is in your nation</a>
          {name === 'speakingUp' &&
            ': you can use it without asking anybody at work first. A trade union can help too'}
          .
        </p>
      )}
      {grouped.map(([purpose, of]) => (
        <section key={purpose}>
          <h2 class="nhsuk-heading-m">{purposeNames[purpose]}</h2>
          {of.map((contact) => (
            <ContactCard key={contact.id} contact={contact} today={today} />
          ))}
        </section>
      ))}
      <p>
        <a href={`${all()}#${local.nation}`}>Outside {local.name}</a>
      </p>
    </PageLayout>
  )
}

function ContactCard({ contact, today }: { readonly contact: Contact; readonly today: string }) {
  const { role, phone, email, web, hours, checked_on, review_on } = contact
  return (
    <Card heading={{ text: role, level: 3, size: 's' }}>
      <p class="lanyard-breaks">
        {phone !== null && (
          <>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            <br />
          </>
        )}
        {email !== null && (
          <>
            <a href={`mailto:${email}`}>{email}</a>
            <br />
          </>
        )}
        {web !== null && (
          <>
            <a href={web}>{web}</a>
            <br />
          </>
        )}
        {hours}
      </p>
      <p class="nhsuk-body-s">
        Checked on {dayInWords(checked_on)}.{' '}
        {isOverdue(contact, today) && (
          <strong>
            It was to be checked again by {dayInWords(review_on)}. It may be out of date.
          </strong>
        )}
      </p>
    </Card>
  )
}
