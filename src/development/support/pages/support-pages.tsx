import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { NeedEntered } from '../model/entered.ts'
import {
  type SupportNeed,
  type SupportOffer,
  sharedWith,
  supportAnswerNames,
  supportKindNames,
  supportKinds,
} from '../model/support.ts'

const back = { href: paths.support(), text: 'What helps me' }

interface SupportPageProps extends OwnPageProps {
  readonly needs: readonly SupportNeed[]
  readonly done?: string | undefined
}

export function SupportPage({ account, demo, needs, done }: SupportPageProps) {
  const title = 'What helps me'
  const now = needs.filter(({ endedAt }) => endedAt === undefined)
  const over = needs.filter(({ endedAt }) => endedAt !== undefined)
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      {done === 'added' && (
        <DoneBanner title="Saved" words="Only you can see it, until you share it." />
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Time, changes, language, or somebody to talk to: say what helps you learn and do your job.
        It is yours. Nobody sees it unless you share it, one by one.
      </p>
      <Button text="Add what helps me" href={paths.addSupport()} />
      {now.length === 0 && <p>You have not added anything yet.</p>}
      <NeedList needs={now} />
      {over.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">What you no longer need</h2>
          <NeedList needs={over} />
        </>
      )}
    </OwnLayout>
  )
}

function NeedList({ needs }: { readonly needs: readonly SupportNeed[] }) {
  return (
    <ul class="nhsuk-list">
      {needs.map((need) => (
        <li key={need.id}>
          <a href={paths.supportNeed(need.id)}>{supportKindNames[need.kind]}</a>{' '}
          {need.offers.some(({ answer }) => answer === undefined) && (
            <Tag colour="yellow" text="You have an offer" />
          )}
          <br />
          <span class="lanyard-breaks">{need.words}</span>
          <br />
          {sharingInWords(need)}
        </li>
      ))}
    </ul>
  )
}

function sharingInWords(need: SupportNeed): string {
  const names = sharedWith(need).map(({ organisationName }) => organisationName)
  return names.length === 0
    ? 'Only you can see it.'
    : `Shared with your managers at ${names.join(' and ')}.`
}

interface AddSupportPageProps extends OwnPageProps {
  /** For the form; sending it twice adds one. */
  readonly id: string
  readonly entered: NeedEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function AddSupportPage({ account, demo, id, entered, errors }: AddSupportPageProps) {
  const title = 'Add what helps me'
  return (
    <OwnLayout {...{ account, demo, title, errors, back }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <OwnForm action={paths.addSupport()} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={id} />
        <Radios
          name="kind"
          idPrefix="kind"
          fieldset={{ legend: { text: 'What kind of help is it?', size: 'm' } }}
          errorMessage={faultOf(errors, 'kind')}
          value={entered.kind}
          items={supportKinds.map((value) => ({ value, text: supportKindNames[value] }))}
        />
        <Textarea
          name="words"
          label={{ text: 'What helps you?', size: 'm' }}
          hint={`In your own words. Such as: half an hour a week away from the ward to read. ${noPatients}`}
          errorMessage={faultOf(errors, 'words')}
          rows={4}
          value={entered.words}
        />
        <InsetText text="You do not have to say why. Please leave out your health: nobody needs it here to help you." />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Save: only I can see it" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

interface SupportNeedPageProps extends OwnPageProps {
  readonly need: SupportNeed
  /** Where the holder works today. */
  readonly places: readonly { readonly slug: string; readonly name: string }[]
  readonly done?: string | undefined
}

const doneWords: ReadonlyMap<string, string> = new Map([
  ['shared', 'Your managers there can see it now.'],
  ['stopped', 'They can no longer see it.'],
  ['ended', 'It is over. Nobody else can see it.'],
  ['answered', 'Your answer is saved.'],
])

export function SupportNeedPage(props: SupportNeedPageProps) {
  const { account, demo, need, done } = props
  const title = supportKindNames[need.kind]
  const words = doneWords.get(done ?? '')
  return (
    <OwnLayout {...{ account, demo, title, back }}>
      {words && <DoneBanner title="Done" words={words} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p class="lanyard-breaks">{need.words}</p>
      <p>You wrote it on {plainDate(need.at)}.</p>
      {need.endedAt === undefined ? (
        <Sharing {...props} />
      ) : (
        <p>You said on {plainDate(need.endedAt)} that you no longer need it.</p>
      )}
      <Offers {...props} />
      <History need={need} />
      {need.endedAt === undefined && (
        <OwnForm action={paths.endSupport(need.id)} csrfToken={account.csrfToken}>
          <Button text="I no longer need this" variant="secondary" />
        </OwnForm>
      )}
    </OwnLayout>
  )
}

function Sharing({ account, need, places }: SupportNeedPageProps) {
  const shared = new Set(sharedWith(need).map(({ organisation }) => organisation))
  return (
    <>
      <h2 class="nhsuk-heading-m">Who can see it</h2>
      <p>{sharingInWords(need)}</p>
      {places.map(({ slug, name }) => (
        <OwnForm
          key={slug}
          action={shared.has(slug) ? paths.stopSupport(need.id) : paths.shareSupport(need.id)}
          csrfToken={account.csrfToken}
        >
          <input type="hidden" name="organisation" value={slug} />
          {shared.has(slug) ? (
            <Button text={`Stop sharing with ${name}`} variant="secondary" />
          ) : (
            <Button text={`Share with my managers at ${name}`} />
          )}
        </OwnForm>
      ))}
      <p>
        Those who manage people there then see this one item and what they offer for it. They do not
        see the rest. You can stop at any moment, and it ends when you leave that job.
      </p>
    </>
  )
}

function Offers({ account, need }: SupportNeedPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What was offered</h2>
      {need.offers.length === 0 && <p>Nothing yet.</p>}
      {need.offers.map((offer) => (
        <section key={offer.id}>
          <OfferWords offer={offer} />
          <OwnForm action={paths.answerSupport(offer.id)} csrfToken={account.csrfToken}>
            {offer.answer !== 'taken-up' && (
              <Button text="I took this up" name="answer" value="taken-up" small />
            )}{' '}
            {offer.answer !== 'not-wanted' && (
              <Button
                text="I do not want this"
                name="answer"
                value="not-wanted"
                variant="secondary"
                small
              />
            )}
          </OwnForm>
        </section>
      ))}
    </>
  )
}

export function OfferWords({ offer }: { readonly offer: SupportOffer }) {
  const { words, offeredBy, organisationName, at, answer, answeredAt } = offer
  return (
    <p>
      <span class="lanyard-breaks">{words}</span>
      <br />
      {offeredBy ?? 'A manager'}, {organisationName}, {plainDate(at)}
      <br />
      {answer !== undefined && answeredAt !== undefined && (
        <strong>
          {supportAnswerNames[answer]}, {plainDate(answeredAt)}
        </strong>
      )}
    </p>
  )
}

function History({ need }: { readonly need: SupportNeed }) {
  if (need.shares.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">When it was shared</h2>
      <ul>
        {need.shares.map(({ organisationName, at, stoppedAt, counts }) => (
          <li key={at.toISOString()}>
            {organisationName}: from {plainDate(at)}
            {stoppedAt !== undefined && ` to ${plainDate(stoppedAt)}`}
            {stoppedAt === undefined && !counts && ', until you left that job'}
          </li>
        ))}
      </ul>
    </>
  )
}
