import { dayInWords } from '../../../language/plain-dates.ts'
import { type Evidence, evidenceWords } from '../../model/evidence.ts'
import { nameOf, type RegisterWords } from '../../model/kinds.ts'

/** What was shown, and where the next steward can see it too. */
export function EvidenceList({
  evidence,
  words,
}: {
  readonly evidence: readonly Evidence[]
  readonly words: RegisterWords
}) {
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {evidence.map((one) => (
        <li key={one.kind}>
          {evidenceWords[one.kind]}: {detailOf(one, words)}
          {one.note !== undefined && <p class="nhsuk-hint">{one.note}</p>}
        </li>
      ))}
    </ul>
  )
}

function detailOf(evidence: Evidence, words: RegisterWords): string {
  switch (evidence.kind) {
    case 'register-entry':
      return `${nameOf(words.registers, evidence.register)}, ${evidence.number}`
    case 'web-domain':
      return `${evidence.domain}, shown by a ${evidence.shownBy === 'dns' ? 'DNS record' : 'file on the website'}`
    case 'letter':
      return `dated ${dayInWords(evidence.dated)}`
  }
}
