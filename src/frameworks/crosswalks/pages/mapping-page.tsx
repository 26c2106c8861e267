import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { StoredEdition } from '../../frameworks-store.ts'
import { listForeignCodes } from '../model/list-codes.ts'
import { type Mapping, statusOf } from '../model/mapping.ts'
import {
  confidenceNames,
  coverageNames,
  relationNames,
  scopeName,
  standingWords,
} from '../model/mapping-names.ts'
import type { ForeignEdition } from '../read-crosswalk.ts'
import { codeName } from './crosswalk-page.tsx'
import { MappingStanding } from './mapping-status.tsx'
import { OwnCodes } from './own-codes.tsx'
import { TwoTexts } from './two-texts.tsx'

interface MappingPageProps extends OwnPageProps {
  readonly from: StoredEdition
  readonly to: ForeignEdition
  readonly mapping: Mapping
  /** It and all that took its place, oldest first. */
  readonly line: readonly Mapping[]
  readonly isNewest: boolean
  readonly may: {
    readonly decide: boolean
    readonly confirm: boolean
    readonly approve: boolean
  }
  /** By the person's id; somebody who closed their account has none. */
  readonly names: ReadonlyMap<string, string>
  readonly entered: { readonly outcome: string; readonly reason: string }
  readonly errors?: readonly FieldFault[] | undefined
  readonly done: string
}

const doneWords: Readonly<Record<string, string>> = {
  decided: 'Your decision is kept. Another steward must confirm it.',
  confirmed: 'You have confirmed it. It counts now, as a draft until its owner approves it.',
  refused: 'You have refused it. Whoever decided can read why.',
  approved: 'You have approved it. It is no draft any more.',
  'not-approved': 'You have not approved it. It counts no more, and the stewards can read why.',
}

export function MappingPage(props: MappingPageProps) {
  const { account, demo, errors, from, to, mapping, may, done } = props
  const code = listForeignCodes(to.edition).find((one) => one.code === mapping.to)
  const title = code ? codeName(code) : mapping.to
  const said = doneWords[done]
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.stewardsCrosswalks(), text: 'How frameworks relate: your work' }}
    >
      {said !== undefined && <DoneBanner title="Done" words={said} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{to.edition.title}</span>
        {title}
      </h1>
      <TwoTexts {...{ from, to, mapping }} />
      <h2 class="nhsuk-heading-m">What is decided</h2>
      <Decision {...props} />
      {!props.isNewest && <p>Something newer took its place. See below.</p>}
      {may.confirm && <Confirm {...props} />}
      {may.approve && <Approve {...props} />}
      {may.decide && <Decide mapping={mapping} />}
      <History {...props} />
    </OwnLayout>
  )
}

function Decision({ from, to, mapping }: MappingPageProps) {
  const { relation, coverage, missing, confidence, why } = mapping
  return (
    <SummaryList
      rows={[
        { key: 'Ours', value: { children: <OwnCodes {...{ from, mapping }} /> } },
        { key: 'How they go together', value: relationNames[relation] },
        { key: 'How much of theirs', value: coverageNames[coverage] },
        ...(missing === undefined ? [] : [{ key: 'What is missing', value: missing }]),
        { key: 'Why', value: why },
        { key: 'How sure', value: confidenceNames[confidence] },
        {
          key: 'Who says so',
          value: { children: <MappingStanding mapping={mapping} skeleton={to.skeleton} /> },
        },
      ]}
    />
  )
}

function Decide({ mapping }: Pick<MappingPageProps, 'mapping'>) {
  const suggested = statusOf(mapping) === 'suggested'
  return (
    <>
      <h2 class="nhsuk-heading-m">{suggested ? 'Decide on it' : 'Decide anew'}</h2>
      <p>
        {suggested
          ? 'You can take the suggestion as it is, change it, or say that the two are not related.'
          : 'Your decision takes its place once another steward has confirmed it. This one stays to be read.'}
      </p>
      <Button
        href={paths.replaceMapping(mapping.id)}
        variant={suggested ? undefined : 'secondary'}
        text={suggested ? 'Decide' : 'Decide anew'}
      />
    </>
  )
}

function Confirm(props: MappingPageProps) {
  return (
    <AnswerForm
      {...props}
      action={paths.answerMapping(props.mapping.id)}
      heading="You are the second person"
      about="Read both texts yourself. Do not rely on what the first steward wrote."
      choices={[
        { value: 'confirmed', text: 'Confirm: I come to the same decision' },
        { value: 'refused', text: 'Refuse' },
      ]}
    />
  )
}

function Approve(props: MappingPageProps) {
  return (
    <AnswerForm
      {...props}
      action={paths.approveMapping(props.mapping.id)}
      heading={`You answer for ${scopeName(props.to.skeleton)}`}
      about="Approve it only if a worker and an employer can rely on these words. Everybody reads your decision."
      choices={[
        { value: 'approved', text: 'Approve' },
        { value: 'not-approved', text: 'Do not approve', hint: 'It counts no more.' },
      ]}
    />
  )
}

interface AnswerFormProps extends MappingPageProps {
  readonly action: string
  readonly heading: string
  readonly about: string
  readonly choices: readonly {
    readonly value: string
    readonly text: string
    readonly hint?: string
  }[]
}

function AnswerForm({
  account,
  entered,
  errors,
  action,
  heading,
  about,
  choices,
}: AnswerFormProps) {
  return (
    <OwnForm action={action} csrfToken={account.csrfToken}>
      <h2 class="nhsuk-heading-m">{heading}</h2>
      <p>{about}</p>
      <Radios
        name="outcome"
        idPrefix="outcome"
        fieldset={{ legend: { text: 'What do you decide?', size: 's' } }}
        errorMessage={faultOf(errors, 'outcome')}
        value={entered.outcome}
        items={choices}
      />
      <Textarea
        name="reason"
        label={{ text: 'If not, why?', size: 's' }}
        hint="Everybody can read this. Do not name people."
        errorMessage={faultOf(errors, 'reason')}
        rows={3}
        value={entered.reason}
      />
      <Button text="Send my decision" preventDoubleClick />
    </OwnForm>
  )
}

function History({ line, mapping, names }: MappingPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What was decided before and since</h2>
      <ol class="nhsuk-list nhsuk-list--number">
        {line.map((one) => (
          <li key={one.id}>
            {one.id === mapping.id ? (
              <strong>{plainDate(one.at)}, this one</strong>
            ) : (
              <a href={paths.mapping(one.id)}>{plainDate(one.at)}</a>
            )}
            : {relationNames[one.relation]}. {standingWords(one)} {peopleOf(one, names)}
            {one.answer?.reason !== undefined && ` Refused because: ${one.answer.reason}`}
            {one.approval?.reason !== undefined && ` Not approved because: ${one.approval.reason}`}
          </li>
        ))}
      </ol>
    </>
  )
}

/** Stewards see who it was, where they may see that name. */
function peopleOf({ decided, answer, approval }: Mapping, names: MappingPageProps['names']) {
  const known = [decided?.by, answer?.by, approval?.by].flatMap((id) => names.get(id ?? '') ?? [])
  return known.length === 0 ? '' : `(${known.join(', ')})`
}
