import type { Edition } from '../../frameworks/model/framework.ts'
import { plainDate } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { nameSigning } from '../model/name-signing.ts'
import type { SignOffRequest } from '../model/sign-off-request.ts'

/** What somebody does here for others. */
export interface Team {
  readonly assesses: boolean
  readonly issues: boolean
  readonly stewards: boolean
  readonly decides: boolean
  /** Waiting for their answer, the latest first. */
  readonly asked: readonly SignOffRequest[]
}

export function hasWork({ assesses, issues, stewards, decides }: Team): boolean {
  return assesses || issues || stewards || decides
}

/** For somebody who keeps a passport and has work for others too: short, and first. */
export function TeamLinks({ team }: { readonly team: Team }) {
  if (!hasWork(team)) return null
  return (
    <div class="lanyard-team">
      <h2 class="nhsuk-heading-s">My work</h2>
      <WorkLinks team={team} />
    </div>
  )
}

/** For somebody who is here for others, and keeps no passport. */
export function MyWork({ team, edition }: { readonly team: Team; readonly edition: Edition }) {
  return (
    <>
      <WorkLinks team={team} />
      {team.asked.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Waiting for you</h2>
          <ul class="nhsuk-list">
            {team.asked.map((request) => (
              <li key={request.id} class="lanyard-waiting">
                <p>
                  <a href={paths.request(request.id)}>
                    {request.holderName}: {nameSigning(edition, request)}
                  </a>
                  <br />
                  Asked on {plainDate(request.at)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="nhsuk-heading-m">Are you a support worker too?</h2>
      <p>
        <a href={paths.passport('entry')}>Keep a passport yourself</a>
      </p>
    </>
  )
}

function WorkLinks({ team }: { readonly team: Team }) {
  return (
    <ul class="nhsuk-list">
      {team.assesses && (
        <li>
          <a href={paths.requests()}>Requests for sign-off</a>: {team.asked.length || 'none'}{' '}
          waiting for you
        </li>
      )}
      <li>
        <a href={paths.delegations()}>Delegated tasks</a>
      </li>
      {(team.assesses || team.issues) && (
        <li>
          <a href={paths.originals()}>Originals to look at</a>
        </li>
      )}
      {team.issues && (
        <li>
          <a href={paths.issued()}>Sign-offs of your organisation</a>
        </li>
      )}
      {(team.decides || team.stewards) && (
        <li>
          <a href={paths.consultations()}>Consultations</a>
        </li>
      )}
      {team.stewards && (
        <li>
          <a href={paths.frameworks()}>Frameworks and their editions</a>
        </li>
      )}
      {team.stewards && (
        <li>
          <a href={paths.drafts()}>Drafts of a new edition: write, review</a>
        </li>
      )}
      {team.stewards && (
        <li>
          <a href={paths.stewardsCrosswalks()}>How frameworks relate: decide, confirm, approve</a>
        </li>
      )}
    </ul>
  )
}
