/** A section: each capability at its levels side by side, and one under the other on a phone. */
import type { Finding } from '../../../finding.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import type { OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import {
  type LevelSlug,
  levelOf,
  levelSlugs,
  type Statement,
  withoutLevel,
} from '../../model/framework.ts'
import { levelName } from '../../model/names.ts'
import type { StoredThing } from '../drafts-store.ts'
import { blocksOf, inList } from '../model/change-things.ts'
import { enteredOf } from '../model/entered-thing.ts'
import { titleOfThing } from '../model/name-thing.ts'
import { thingFields } from '../model/thing-fields.ts'
import type { DraftRead } from '../read-draft.ts'
import { DraftLayout } from './draft-layout.tsx'
import { FindingsList } from './findings-list.tsx'
import { MoveButtons } from './list-page.tsx'
import { ThingFields } from './thing-fields.tsx'
import { ThingForm } from './thing-form.tsx'
import { above, ThingLinks } from './thing-page.tsx'

interface SectionPageProps extends OwnPageProps {
  readonly read: DraftRead
  readonly section: StoredThing
  readonly findings: readonly Finding[]
  readonly done?: string | undefined
}

export function SectionPage(props: SectionPageProps) {
  const { account, demo, read, section, findings, done } = props
  const { draft, things, mayWrite } = read
  const blocks = blocksOf(inList(things, section.thing))
  const title = titleOfThing(section)
  return (
    <DraftLayout
      {...{ account, demo, draft, done, title }}
      back={above(draft.id, section.thing)}
      wide
    >
      <p>
        {mayWrite
          ? 'Change the words below. They are saved as you type where your browser allows it, or when you press Save.'
          : 'You can read this section.'}{' '}
        <a href={paths.draftThing(draft.id, section.thing)}>
          {mayWrite ? 'Change the title of the section' : 'Title of the section'}
        </a>
      </p>
      {findings.length > 0 && <FindingsList draft={draft.id} findings={findings} />}
      {blocks.length === 0 && <p>No capability stands here yet.</p>}
      {blocks.map((block, at) => (
        <Capability
          key={block[0]?.thing}
          {...{ ...props, block, first: at === 0, last: at === blocks.length - 1 }}
        />
      ))}
      {mayWrite && (
        <Button
          text="Add a capability"
          variant="secondary"
          href={paths.addToDraft(draft.id, section.thing)}
        />
      )}
      <Neighbours {...props} />
    </DraftLayout>
  )
}

function Neighbours({ read: { draft, edition }, section }: SectionPageProps) {
  const all = edition.domains.flatMap(({ sections }) => sections)
  const index = all.findIndex(({ code }) => `section/${code}` === section.thing)
  const link = (one: (typeof all)[number] | undefined) =>
    one && {
      href: paths.draftList(draft.id, `section/${one.code}`),
      label: `${one.code} ${one.title}`,
    }
  return <Pagination previous={link(all[index - 1])} next={link(all[index + 1])} />
}

interface CapabilityProps extends SectionPageProps {
  readonly block: readonly StoredThing[]
  readonly first: boolean
  readonly last: boolean
}

function Capability(props: CapabilityProps) {
  const { account, read, block, first, last } = props
  const [held] = block
  const name = titleOfCapability(block)
  const move = { draft: read.draft.id, csrfToken: account.csrfToken, title: name, first, last }
  return (
    <section>
      <h2 class="nhsuk-heading-m">{name}</h2>
      {read.mayWrite && held !== undefined && !(first && last) && (
        <MoveButtons {...move} held={held} />
      )}
      <div class="lanyard-levels">
        {levelSlugs.map((level) => {
          const held = block.find(({ thing }) => levelOf(thing) === level)
          return held === undefined ? (
            <NoWords key={level} {...{ ...props, level }} />
          ) : (
            <AtLevel key={level} {...{ ...props, level, held }} />
          )
        })}
      </div>
    </section>
  )
}

/** What is kept for ever, in words: "reports worries". */
function titleOfCapability(block: readonly StoredThing[]): string {
  const [one] = block
  const slug = one !== undefined && 'capability' in one.value ? one.value.capability : ''
  const words = slug.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

type AtLevelProps = CapabilityProps & { readonly level: LevelSlug; readonly held: StoredThing }

function AtLevel({ account, read, level, held }: AtLevelProps) {
  const { draft, edition, mayWrite } = read
  const { code, text } = held.value as Statement // a section holds statements
  const entered = enteredOf('statement', held.value)
  const shared = { entered, edition, prefix: `${code}-` }
  return (
    <div class="lanyard-levels__level" id={held.thing}>
      <h3 class="lanyard-levels__name">
        {levelName(edition, level)} <span class="lanyard-levels__code">{code}</span>
      </h3>
      {mayWrite ? (
        <ThingForm
          {...{ draft: draft.id, thing: held.thing, revision: held.revision, of: code }}
          csrfToken={account.csrfToken}
          secondary
        >
          <ThingFields {...shared} fields={thingFields.statement.slice(0, 2)} rows={6} />
          <Details summary="Pillars, people, settings and other words">
            <ThingFields {...shared} fields={thingFields.statement.slice(2)} />
          </Details>
        </ThingForm>
      ) : (
        <p>{text}</p>
      )}
      <ThingLinks draft={draft.id} {...{ kind: 'statement', thing: held.thing, mayWrite }} />
    </div>
  )
}

/** Where a capability stands at other levels only: it can be written here. */
function NoWords({ read, block, level }: CapabilityProps & { readonly level: LevelSlug }) {
  const [beside] = block
  const base = beside && withoutLevel(beside.thing)
  const href = paths.addToDraft(read.draft.id, `${base}-${level}`)
  return (
    <div class="lanyard-levels__level">
      <h3 class="lanyard-levels__name">{levelName(read.edition, level)}</h3>
      <p class="lanyard-levels__empty">There is no statement at this level.</p>
      {read.mayWrite && (
        <p>
          <a href={href}>Write one</a>
        </p>
      )}
    </div>
  )
}
