import type { Edition, LevelSlug } from '../../frameworks/model/framework.ts'
import { sectionOf } from '../../frameworks/model/look-up.ts'
import { levelName } from '../../frameworks/model/names.ts'
import { paths } from '../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import type { StandingLine } from '../model/delegation.ts'
import type { OfferedTask } from '../model/task.ts'
import { isSigned } from '../model/what-lapsed.ts'
import { RegistrantJudges, StandingList, YouCanSayNo } from './delegation-parts.tsx'

export interface MayIPageProps extends OwnPageProps {
  readonly level: LevelSlug
  readonly task: OfferedTask
  /** One an edition that is worked by where the worker works. */
  readonly places: readonly Place[]
}

interface Place {
  readonly edition: Edition
  readonly lines: readonly StandingLine[]
  readonly delegators: readonly { readonly id: string; readonly name: string }[]
}

export function MayIPage(props: MayIPageProps) {
  const { account, demo, level, task, places } = props
  const title = 'May I be asked to do this?'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.delegationTasks({ level }), text: 'Tasks that can be delegated' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{task.title}</span>
        {title}
      </h1>
      <p>{task.about}</p>
      <RegistrantJudges />
      {places.map((place) => (
        <AtPlace key={place.edition.version} {...place} level={level} several={places.length > 1} />
      ))}
      <p>
        Talk to one of them first. If they work for another employer,{' '}
        <a href={paths.delegationCode()}>give them a code</a>.
      </p>
      <YouCanSayNo />
    </OwnLayout>
  )
}

function AtPlace({
  edition,
  level,
  lines,
  delegators,
  several,
}: Place & { readonly level: LevelSlug; readonly several: boolean }) {
  const by = several ? `, where you work by the ${edition.version} edition` : ''
  return (
    <>
      <h2 class="nhsuk-heading-m">
        Where you stand on it, at {levelName(edition, level)} level
        {by}
      </h2>
      <StandingList {...{ edition, lines }} />
      <WhatWouldHelp {...{ level, lines }} />
      <h2 class="nhsuk-heading-m">Whom to ask{by}</h2>
      {delegators.length === 0 ? (
        <p>
          Nobody where you work delegates here yet. Ask the registered professional you work with.
        </p>
      ) : (
        <>
          <p>These registered professionals delegate where you work:</p>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {delegators.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function WhatWouldHelp({ level, lines }: Pick<MayIPageProps, 'level'> & Pick<Place, 'lines'>) {
  const open = lines.filter((line) => !isSigned(line))
  return (
    <>
      <h2 class="nhsuk-heading-m">What would help</h2>
      {open.length === 0 ? (
        <p>Everything that this task rests on is signed and in date.</p>
      ) : (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {open.map(({ code, state }) => (
            <li key={code}>
              {state === 'lapsed' ? (
                <a href={paths.renewals()}>Ask for {code} to be looked at again</a>
              ) : (
                <a href={paths.askForSignOff(sectionOf(code), level)}>
                  Ask a colleague to watch you do {code} and sign it
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
