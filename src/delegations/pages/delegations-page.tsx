import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import type { Delegation } from '../model/delegation.ts'
import { type DelegationState, isOpen } from '../model/state-of-delegation.ts'
import { StateTag } from './delegation-parts.tsx'

export interface ListedDelegation {
  readonly delegation: Delegation
  readonly state: DelegationState
  readonly reviewOn: string
  readonly reviewPassed: boolean
}

export interface DelegationsPageProps extends OwnPageProps {
  readonly done: string
  readonly asked: readonly ListedDelegation[]
  readonly given: readonly ListedDelegation[]
  /** Those that another registrant asks them to take over. */
  readonly offered: readonly ListedDelegation[]
  /** Where they manage the worker, and another employer asks. */
  readonly toAgree: readonly ListedDelegation[]
  readonly toHandOver: readonly HandOverNeeded[]
  readonly mayDelegate: boolean
  readonly mayKeepLocal: boolean
}

export interface HandOverNeeded {
  readonly id: string
  readonly title: string
  readonly delegator: string
  readonly worker: string
  readonly asked?: string | undefined
}

export function DelegationsPage(props: DelegationsPageProps) {
  const { account, demo, done, asked, given, offered, toAgree, toHandOver, mayDelegate } = props
  const title = 'Delegated tasks'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      {done === 'asked' && <DoneBanner title="Sent" words="You asked. They can say yes or no." />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        A registered professional can ask a support worker to take on a task. Nothing happens until
        the worker says yes.
      </p>
      <Listed heading="Asked of you" all={asked} who={({ delegator }) => `From ${delegator.name}`}>
        Nobody has asked you to take on a task here.
      </Listed>
      {(mayDelegate || given.length > 0) && (
        <Listed heading="Delegated by you" all={given} who={({ worker }) => `To ${worker.name}`}>
          You have not asked anybody yet.
        </Listed>
      )}
      {offered.length > 0 && (
        <Listed
          heading="You are asked to take over"
          all={offered}
          who={({ worker }) => worker.name}
        />
      )}
      {toAgree.length > 0 && (
        <Listed
          heading="Another employer asks your worker"
          all={toAgree}
          who={({ worker, delegator }) => `${worker.name}, asked by ${delegator.name}`}
        />
      )}
      {toHandOver.length > 0 && <ToHandOver all={toHandOver} />}
      <WhatElse {...props} />
      <AboutCarers />
    </OwnLayout>
  )
}

function Listed({
  heading,
  all,
  who,
  children,
}: {
  readonly heading: string
  readonly all: readonly ListedDelegation[]
  readonly who: (delegation: Delegation) => string
  readonly children?: string
}) {
  return (
    <>
      <h2 class="nhsuk-heading-m">{heading}</h2>
      {all.length === 0 && <p>{children}</p>}
      <ul class="nhsuk-list nhsuk-list--border">
        {all.map(({ delegation, state, reviewOn, reviewPassed }) => (
          <li key={delegation.id}>
            <a href={paths.delegation(delegation.id)}>{delegation.title}</a>{' '}
            <StateTag state={state} />
            <br />
            <span class="nhsuk-body-s">
              {who(delegation)}.{' '}
              {isOpen(state) &&
                (reviewPassed
                  ? `Time to look at it together: the day was ${dayInWords(reviewOn)}.`
                  : `Next look together: ${dayInWords(reviewOn)}.`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function ToHandOver({ all }: { readonly all: readonly HandOverNeeded[] }) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Need another registrant</h2>
      <p>
        Whoever delegated these no longer can: their job, permission or registration here has ended.
        They are paused.
      </p>
      <ul class="nhsuk-list nhsuk-list--border">
        {all.map(({ id, title, delegator, worker, asked }) => (
          <li key={id}>
            <a href={paths.handOverDelegation(id)}>{title}</a>
            <br />
            <span class="nhsuk-body-s">
              {worker}, delegated by {delegator}. {asked !== undefined && `${asked} was asked.`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function WhatElse({ mayDelegate, mayKeepLocal, given }: DelegationsPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What you can do here</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {mayDelegate && (
          <li>
            <a href={paths.delegate()}>Ask a worker to take on a task</a>
          </li>
        )}
        {(mayDelegate || given.length > 0) && (
          <li>
            <a href={paths.delegationGlance()}>Who does what for me now</a>
          </li>
        )}
        <li>
          <a href={paths.delegationTasks()}>May I be asked to do this? Look through the tasks</a>
        </li>
        <li>
          <a href={paths.delegationCode()}>Let somebody from another employer ask me</a>
        </li>
        <li>
          <a href={paths.delegationRecord()}>My record of tasks</a>
        </li>
        {mayKeepLocal && (
          <li>
            <a href={paths.localTasks()}>Tasks of our own</a>
          </li>
        )}
      </ul>
    </>
  )
}

/** R34: they are taught and supported. */
export function AboutCarers() {
  return (
    <>
      <h2 class="nhsuk-heading-m">Families and unpaid carers</h2>
      <p>
        Nobody delegates to an unpaid carer. They are taught and supported, as far as they want to
        help. If you taught a carer to use equipment, that is evidence of what you can do:{' '}
        <a href={paths.evidenceFor('3.11.2-entry')}>keep a note of it with statement 3.11.2</a>,
        without their name.
      </p>
    </>
  )
}
