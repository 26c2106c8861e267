import { dayOf } from '../../../language/days.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { AdoptionView } from '../read-adoption.ts'
import { versionOf, WhatItMeans } from './edition-words.tsx'

export function AdoptionPage(props: OwnPageProps & AdoptionView & { readonly mayAdopt: boolean }) {
  const { account, demo, slug, name, inForce, adopted, planned, newer, mayAdopt } = props
  const title = `Which edition ${name} works by`
  const since = adopted
    ? `${dayInWords(adopted.from)}. ${adopted.reason}`
    : `${name} came to Lanyard`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team={mayAdopt}
      back={
        mayAdopt
          ? { href: paths.team(), text: 'Your team' }
          : { href: paths.passport(), text: 'My passport' }
      }
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          {
            key: 'Works by',
            value: <EditionLink {...inForce} />,
          },
          { key: 'Since', value: since },
          ...planned.map(({ edition, from, reason }) => ({
            key: `From ${dayInWords(from)}`,
            value: `The ${versionOf(edition)} edition. ${reason}`,
          })),
        ]}
      />
      {inForce.status === 'withdrawn' && (
        <InsetText text="This edition was withdrawn after it was adopted. It goes on here until another one is adopted." />
      )}
      {newer.length === 0 ? (
        <p>There is no newer edition.</p>
      ) : (
        <>
          <h2 class="nhsuk-heading-m">A newer edition</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {newer.map(({ ref, publishedAt }) => (
              <li key={ref}>
                The {versionOf(ref)} edition
                {publishedAt && `, published on ${plainDate(publishedAt)}`}.{' '}
                <a href={paths.changes(ref, versionOf(inForce.ref))}>See what it changes</a>
              </li>
            ))}
          </ul>
          {planned.length === 0 && (
            <p>Nothing changes here until {name} adopts it, on a day that it chooses.</p>
          )}
        </>
      )}
      <WhatItMeans />
      {mayAdopt && <Button text="Adopt an edition from a day" href={paths.adoptEdition(slug)} />}
      <History {...props} />
    </OwnLayout>
  )
}

function EditionLink({ ref, title }: AdoptionView['inForce']) {
  return (
    <a href={paths.framework(ref)}>
      {title}, {versionOf(ref)}
    </a>
  )
}

function History({ history }: AdoptionView) {
  if (history.length === 0) return null
  return (
    <Details summary={`What was decided (${history.length})`}>
      <ol class="nhsuk-list">
        {history.map(({ id, edition, from, reason, at }) => (
          <li key={id}>
            On {plainDate(at)}: the {versionOf(edition)} edition from{' '}
            {from === dayOf(at) ? 'that day' : dayInWords(from)}. {reason}
          </li>
        ))}
      </ol>
    </Details>
  )
}
