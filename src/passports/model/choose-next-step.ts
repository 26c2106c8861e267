/** The one thing to suggest now. Never a comparison with others, never a push to another level. */
import type { Section } from '../../frameworks/model/framework.ts'
import type { SignOffRequest } from './sign-off-request.ts'
import { isOpen } from './sign-off-request.ts'
import type { PassportSummary, SectionStanding, Standing, State } from './summarise-passport.ts'

export type NextStep =
  | { readonly step: 'start'; readonly section: Section }
  | { readonly step: 'renew'; readonly section: Section }
  | { readonly step: 'ask'; readonly section: Section }
  | { readonly step: 'answer'; readonly section: Section }
  | { readonly step: 'practise'; readonly section: Section }
  | { readonly step: 'wait' }
  | { readonly step: 'share' }
  | { readonly step: 'settled' }

export function chooseNextStep(
  summary: PassportSummary,
  requests: readonly SignOffRequest[],
): NextStep {
  const open = requests.filter((request) => isOpen(request) && request.level === summary.level)
  const asked = new Set(open.map(({ section }) => section))
  const sections = summary.domains.flatMap(({ sections }) => sections)
  const find = (test: (standings: readonly Standing[]) => boolean, alsoAsked = false) =>
    sections.find(
      ({ section, standings }) => test(standings) && (alsoAsked || !asked.has(section.code)),
    )?.section

  const untouched = summary.counts['no-answer'] === summary.total
  const first = sections[0]
  if (untouched && first !== undefined) return { step: 'start', section: first.section }
  const due = find((standings) => has(standings, 'review-due'))
  if (due !== undefined) return { step: 'renew', section: due }
  const ready = find(isReady)
  if (ready !== undefined) return { step: 'ask', section: ready }
  const blank = find((standings) => has(standings, 'no-answer'), true)
  if (blank !== undefined) return { step: 'answer', section: blank }
  const growing = find((standings) => has(standings, 'with-support', 'not-yet'))
  if (growing !== undefined) return { step: 'practise', section: growing }
  if (open.length > 0) return { step: 'wait' }
  return { step: summary.counts['signed-off'] > 0 ? 'share' : 'settled' }
}

/** Everything in it is answered, and something is done with confidence and not yet signed off. */
function isReady(standings: SectionStanding['standings']): boolean {
  return !has(standings, 'no-answer') && has(standings, 'confident')
}

function has(standings: readonly Standing[], ...wanted: readonly State[]): boolean {
  return standings.some(({ state }) => wanted.includes(state))
}
