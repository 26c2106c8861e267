import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { longestInAll, longestPause, type Pause, pausedWords } from '../../model/pause.ts'
import type { IssuedSigning } from '../../sign-offs/signings-store.ts'
import type { PauseEntered, WordsEntered } from '../model/entered.ts'
import type { PauseAct, Reply } from '../pauses-store.ts'
import { PauseActs, Replies } from './question-record.tsx'
import { WordsForm } from './words-form.tsx'

interface PausedPageProps extends OwnPageProps {
  readonly signing: IssuedSigning
  readonly title: string
  readonly as: 'issuer' | 'assessor'
  /** The reader began it, or issues for the organisation. */
  readonly mayAct: boolean
  readonly acts: readonly PauseAct[]
  readonly replies: readonly Reply[]
  readonly more: PauseEntered
  readonly end: WordsEntered
  readonly answer: WordsEntered
  readonly errors?: readonly FieldFault[] | undefined
}

/** For those who decide: how it stands, what the worker says, and what can be done. */
export function PausedPage(props: PausedPageProps) {
  const { signing, title, acts, replies, errors, account, demo, mayAct } = props
  const { pause, holderName } = signing
  if (pause === undefined) return null
  const said = replies.filter(({ pauseId }) => pauseId === pause.id)
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['until'])}
      title="A paused sign-off"
      team
      back={{ href: paths.requests(), text: 'Team' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {holderName}: {title}
        </span>
        A paused sign-off
      </h1>
      <InsetText>
        <p>{pausedWords(pause)}. After that it counts again by itself.</p>
      </InsetText>
      {mayAct ? (
        <>
          <PauseActs acts={acts.filter(({ pauseId }) => pauseId === pause.id)} />
          <Deciding {...props} pause={pause} said={said} />
        </>
      ) : (
        <p>Somebody who issues for your organisation looks at it. They will tell you more.</p>
      )}
    </OwnLayout>
  )
}

type DecidingProps = PausedPageProps & { readonly pause: Pause; readonly said: readonly Reply[] }

function Deciding(props: DecidingProps) {
  const { signing, pause, said, as, account, end, answer, errors } = props
  const { holderName, id } = signing
  const own = {
    csrfToken: account.csrfToken,
    about: { name: 'pause', id: pause.id } as const,
    errors,
  }
  return (
    <>
      <h2 class="nhsuk-heading-m">What {holderName} says</h2>
      {said.length === 0 && <p>Nothing yet. They were told that they can reply.</p>}
      <Replies replies={said} holder={holderName} decider={pause.by} />
      {said.some(({ byHolder }) => byHolder) && (
        <WordsForm
          {...own}
          action={paths.pauseAnswer(id)}
          field="answer"
          label={`Answer ${holderName}`}
          entered={answer}
          button="Send the answer"
        />
      )}
      <h2 class="nhsuk-heading-m">Let it count again</h2>
      <WordsForm
        {...own}
        action={paths.pauseEnd(id)}
        field="why"
        label={`Tell ${holderName} what you found`}
        entered={end}
        button="End the pause now"
      />
      <MoreTime {...props} />
      {as === 'issuer' && (
        <>
          <h2 class="nhsuk-heading-m">Or withdraw it</h2>
          <p>
            <a href={paths.withdraw(id)}>Withdraw this sign-off</a>, for a mistake, for fraud or
            after a later assessment.
          </p>
        </>
      )}
    </>
  )
}

function MoreTime({ signing, pause, more, errors, account }: DecidingProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Take more time</h2>
      <OwnForm action={paths.pauseMore(signing.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="pause" value={pause.id} />
        <DayQuestion
          field="until"
          size="s"
          errorMessage={faultOf(errors, 'until')}
          parts={more.until}
          legend="New last day"
          hint={`At most ${longestPause} months away, and ${longestInAll} months for all its pauses together.`}
        />
        <Textarea
          name="explanation"
          label={{ text: 'Why does it take longer?', size: 's' }}
          hint={`${signing.holderName} reads this. ${noPatients}`}
          errorMessage={faultOf(errors, 'explanation')}
          rows={3}
          value={more.explanation}
        />
        <ConfirmNoPatient findings={more.findings} />
        <Button text="Give it more time" variant="secondary" preventDoubleClick />
      </OwnForm>
    </>
  )
}
