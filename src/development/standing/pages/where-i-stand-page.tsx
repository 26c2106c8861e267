import { type Edition, levelSlugs, type Section } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import type { NextStep } from '../../../passports/model/choose-next-step.ts'
import {
  isBlank,
  type LevelEvaluation,
  states,
} from '../../../passports/model/evaluate-passport.ts'
import { NextStepCard } from '../../../passports/pages/next-step-card.tsx'
import { DueList } from '../../../passports/standing/pages/due-list.tsx'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { audienceInWords, namesInWords } from '../model/audience.ts'
import { groupByDomain, groupByPillar, ownStateNames } from '../model/shared-standing.ts'
import type { StandingShare } from '../model/standing-share.ts'
import { StateBars, StateKey, StateTable } from './state-bars.tsx'

interface WhereIStandPageProps extends OwnPageProps {
  readonly edition: Edition
  readonly evaluation: LevelEvaluation
  readonly next: NextStep
  /** The next section with an open answer. */
  readonly toAnswer?: Section | undefined
  /** Those that count today. */
  readonly shares: readonly StandingShare[]
}

const look = { names: ownStateNames, shown: states }

export function WhereIStandPage(props: WhereIStandPageProps) {
  const { account, demo, edition, evaluation, next } = props
  const title = 'Where I stand, and what next'
  const [domains, pillars] = [groupByDomain(evaluation), groupByPillar(edition, evaluation)]
  const { level } = evaluation
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {levelName(edition, level)} level, {edition.version} edition
        </span>
        {title}
      </h1>
      <Levels {...props} />
      <NextStepCard next={next} evaluation={evaluation} />
      <OpenAnswers {...props} />
      <DueList evaluation={evaluation} />
      <h2 class="nhsuk-heading-m">By domain</h2>
      <StateKey {...look} />
      <p>
        Open means no answer yet, “not yet” or “not now”. “Not now” and “Not part of my role” are
        answers, not gaps.
      </p>
      <StateBars
        groups={domains}
        {...look}
        hrefOf={({ key }) => paths.standingInDomain(Number(key), level)}
      />
      <StateTable groups={domains} {...look} kind="Domain" />
      <h2 class="nhsuk-heading-m">By pillar</h2>
      <p>A statement can stand under more than one pillar.</p>
      <StateBars
        groups={pillars}
        {...look}
        hrefOf={({ key }) => paths.standingInPillar(key, level)}
      />
      <StateTable groups={pillars} {...look} kind="Pillar" />
      <WhoElse shares={props.shares} />
    </OwnLayout>
  )
}

/** All alike: none is further than another. */
function Levels({ edition, evaluation }: WhereIStandPageProps) {
  return (
    <nav class="lanyard-level-switch" aria-label="Level">
      <ul>
        {levelSlugs.map((level) => (
          <li key={level}>
            <a
              href={paths.whereIStand(level)}
              aria-current={level === evaluation.level ? 'page' : undefined}
            >
              {levelName(edition, level)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OpenAnswers({ evaluation, toAnswer, next }: WhereIStandPageProps) {
  const open = evaluation.standings.filter(isBlank).length
  if (toAnswer === undefined || open === 0 || next.step === 'start') return null
  return (
    <p>
      {open === 1 ? '1 statement has' : `${open} statements have`} no answer yet. You can{' '}
      <a href={paths.selfAssess(toAnswer.code, evaluation.level)}>
        go on with {toAnswer.code} {toAnswer.title}
      </a>
      , or leave it for another day.
    </p>
  )
}

function WhoElse({ shares }: Pick<WhereIStandPageProps, 'shares'>) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Who else sees where you stand</h2>
      {shares.length === 0 ? (
        <p>
          Nobody. You can let the people who manage your team, or your supervisor, see some of it.
        </p>
      ) : (
        <p>
          As far as you chose:{' '}
          {namesInWords(
            shares.map(
              ({ audience, organisationName }) =>
                `${audienceInWords(audience, [])} at ${organisationName}`,
            ),
          )}
          .
        </p>
      )}
      <p>
        <a href={paths.standingShares()}>Choose who sees it</a>
      </p>
    </>
  )
}
