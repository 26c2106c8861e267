import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import type { OrganisationRequest } from '../../model/organisation-request.ts'

/** What this person asked for, and what became of it. */
export function AskedList({ asked }: { readonly asked: readonly OrganisationRequest[] }) {
  if (asked.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m" id="asked">
        What you have asked for
      </h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {asked.map((request) => (
          <li key={request.id}>
            <strong>{request.name}</strong>, on {plainDate(request.askedAt)}.{' '}
            <WhatBecame request={request} />
          </li>
        ))}
      </ul>
    </>
  )
}

function WhatBecame({ request }: { readonly request: OrganisationRequest }) {
  const { answer } = request
  if (answer === undefined) return <>A steward will look at it. You see the answer here.</>
  if (answer.outcome === 'refused') return <>A steward could not do this. Why: {answer.reason}</>
  return (
    <>
      A steward has taken it up.{' '}
      <a href={paths.organisation(answer.organisation ?? '')}>See it in the register</a>.
    </>
  )
}
