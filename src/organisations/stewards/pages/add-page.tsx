import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import { nameOf, type RegisterWords } from '../../model/kinds.ts'
import type { WantedOrganisation } from '../../model/organisation-request.ts'
import { WantedFields } from '../../pages/wanted-fields.tsx'
import type { NamedOrganisation } from '../../register-search-store.ts'

const title = 'Add an organisation'
const back = { href: paths.stewardsOrganisations(), text: 'Organisations: what needs doing' }

export interface AddEntered extends WantedOrganisation {
  readonly opened: DayParts
  readonly request: string
}

export interface AddValue extends WantedOrganisation {
  readonly slug: string
  readonly openedOn?: string | undefined
  readonly requestId?: string | undefined
}

export interface AddPageProps extends OwnPageProps {
  readonly words: RegisterWords
  readonly entered: AddEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function AddPage({ words, entered, errors, account, demo }: AddPageProps) {
  return (
    <OwnLayout {...{ account, demo, title, back }} errors={atFirstPart(errors, ['opened'])} team>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Look it up first: an organisation stands in the register once, under all its names.</p>
      <form method="get" action={paths.stewardsAddOrganisation()} novalidate>
        <input type="hidden" name="check" value="yes" />
        {entered.request !== '' && <input type="hidden" name="request" value={entered.request} />}
        <WantedFields {...{ entered, words, errors }} />
        <DayQuestion
          field="opened"
          parts={entered.opened}
          legend="When did it open?"
          hint="Leave this empty if you do not know. For a new one that others merged into, enter the day of the merger."
          errorMessage={faultOf(errors, 'opened')}
        />
        <Button text="Check before adding" />
      </form>
    </OwnLayout>
  )
}

export interface CheckAddPageProps extends OwnPageProps {
  readonly words: RegisterWords
  readonly value: AddValue
  readonly entered: AddEntered
  /** The whole address. */
  readonly address: string
  /** Those of the register whose names have the same words. */
  readonly alike: readonly NamedOrganisation[]
}

/** Its address stands in credentials for ever, so it is seen before it is made. */
export function CheckAddPage(props: CheckAddPageProps) {
  const { words, value, entered, address, alike, account, demo } = props
  const { name, kind, nation, sector, openedOn } = value
  return (
    <OwnLayout {...{ account, demo, back }} title="Check before adding" team>
      <h1 class="nhsuk-heading-l">Check before adding</h1>
      <SummaryList
        rows={[
          { key: 'Name', value: name },
          { key: 'Kind', value: nameOf(words.kinds, kind) },
          { key: 'Nation', value: nameOf(words.nations, nation) },
          { key: 'Sector', value: nameOf(words.sectors, sector) },
          { key: 'Opened', value: openedOn === undefined ? 'Not known' : dayInWords(openedOn) },
          {
            key: 'Its address here',
            value: { children: <span class="lanyard-address">{address}</span> },
          },
        ]}
      />
      {alike.length > 0 && <Alike alike={alike} />}
      <WarningCallout heading={{ text: 'Its address never changes', level: 2 }}>
        <p>
          It keeps this address when its name changes, and nobody can remove it from the register.
        </p>
      </WarningCallout>
      <OwnForm action={paths.stewardsAddOrganisation()} csrfToken={account.csrfToken}>
        <HiddenFields fields={{ ...fieldsOf(entered), slug: value.slug }} />
        <div class="lanyard-actions">
          <Button text="Add it" preventDoubleClick />
          <Button
            text="Change"
            variant="secondary"
            href={`${paths.stewardsAddOrganisation()}?${new URLSearchParams(fieldsOf(entered))}`}
          />
        </div>
      </OwnForm>
    </OwnLayout>
  )
}

function Alike({ alike }: Pick<CheckAddPageProps, 'alike'>) {
  return (
    <InsetText>
      <p>Is it one of these already? If so, do not add it again.</p>
      <ul class="nhsuk-list">
        {alike.map(({ slug, name }) => (
          <li key={slug}>
            <a href={paths.stewardsOrganisation(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </InsetText>
  )
}

function fieldsOf({ opened, ...entered }: AddEntered): Record<string, string> {
  return {
    ...entered,
    'opened-day': opened.day,
    'opened-month': opened.month,
    'opened-year': opened.year,
  }
}

export function HiddenFields({ fields }: { readonly fields: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
