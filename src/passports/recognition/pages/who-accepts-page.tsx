import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Input } from '../../../ui/input.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import type { Suggestion } from '../model/suggest-recognition.ts'
import type { OwnItem } from '../own-items.ts'
import { SuggestionTag } from './suggestion-words.tsx'

export interface WhoAcceptsPageProps extends OwnPageProps {
  readonly items: readonly OwnItem[]
  readonly searched: { readonly name: string; readonly item: string }
  readonly found: readonly {
    readonly slug: string
    readonly name: string
    readonly says: readonly { readonly item: OwnItem; readonly suggestion: Suggestion }[]
  }[]
  /** Verified, found by name, and without a policy. */
  readonly without: readonly { readonly slug: string; readonly name: string }[]
  /** There are more than are shown. */
  readonly more: boolean
}

export function WhoAcceptsPage(props: WhoAcceptsPageProps) {
  const { account, demo, items, searched, found, without, more } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Who accepts this today"
      back={{ href: paths.passport(), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">Who accepts this today</h1>
      <p>
        These employers have said what you need not do again. A person there looks and decides, so
        this is not a promise.
      </p>
      <form action={paths.whoAccepts()}>
        <Input
          name="name"
          id="name"
          label={{ text: 'Employer or area', size: 's' }}
          value={searched.name}
        />
        {items.length > 1 && (
          <Select
            name="item"
            id="item"
            label={{ text: 'Of my passport', size: 's' }}
            value={searched.item}
            items={[
              { value: '', text: 'Everything I can share' },
              ...items.map(({ key, item }) => ({ value: key, text: item.title })),
            ]}
          />
        )}
        <Button text="Look" variant="secondary" />
      </form>
      {items.length === 0 && (
        <p>
          You have nothing to share yet. <a href={paths.passport()}>Your passport</a> says what to
          do next.
        </p>
      )}
      {found.length + without.length === 0 && (
        <p>We found no employer of that name or area that has said what it accepts.</p>
      )}
      {found.map((one) => (
        <Found key={one.slug} {...one} />
      ))}
      {more && <p>There are more. Look for a name or an area.</p>}
      {without.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">They have not said what they accept</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {without.map(({ slug, name }) => (
              <li key={slug}>
                {name}. <a href={paths.shareWith(slug)}>Share with {name} anyway</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </OwnLayout>
  )
}

function Found({ slug, name, says }: WhoAcceptsPageProps['found'][number]) {
  const yes = says.filter(({ suggestion: { suggests } }) => suggests === 'accept').length
  const topUp = says.filter(({ suggestion }) => suggestion.suggests === 'accept-with-top-up').length
  return (
    <section class="lanyard-waiting">
      <h2 class="nhsuk-heading-s">
        <a href={paths.accepts(slug)}>{name}</a>
      </h2>
      {says.length > 0 && <p>{wouldAccept(yes, topUp, says.length)}</p>}
      {says.length > 0 && (
        <Details summary="Each one" open={says.length === 1}>
          {says.map(({ item, suggestion }) => (
            <p key={item.key}>
              <strong>{item.item.title}</strong>
              <br />
              <SuggestionTag {...suggestion} />
              <br />
              {suggestion.why}
              {suggestion.topUp !== undefined && ` Top-up: ${suggestion.topUp}.`}
            </p>
          ))}
        </Details>
      )}
      <p>
        <a href={paths.shareWith(slug)}>Share with {name}</a>
      </p>
    </section>
  )
}

function wouldAccept(yes: number, topUp: number, all: number): string {
  const parts = [
    ...(yes === 0 ? [] : [`${yes} as it is`]),
    ...(topUp === 0 ? [] : [`${topUp} with a top-up`]),
  ]
  const of = all === 1 ? 'your 1 thing' : `your ${all} things`
  if (parts.length === 0) return `Of ${of}, they have said yes to none. You can still ask.`
  return `Of ${of}, they would accept ${parts.join(' and ')}.`
}
