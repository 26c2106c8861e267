import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { Tag } from '../../../ui/tag.tsx'
import type { AskState } from '../model/ask.ts'
import { type Course, costInWords, hoursInWords, modeNames, nationNames } from '../model/course.ts'
import { nameSections } from '../model/name-sections.ts'

/** "In person, Fernhollow, England". */
export function placeInWords({ mode, place, nation }: Course): string {
  return [modeNames[mode], place, nationNames[nation]].filter((part) => part !== null).join(', ')
}

export function startInWords({ starts_on }: Pick<Course, 'starts_on'>): string {
  return starts_on === null ? 'Start at any time' : `Starts on ${dayInWords(starts_on)}`
}

/** "3 hours, free, start at any time". */
export function briefly(course: Course): string {
  return `${hoursInWords(course.minutes)}. ${costInWords(course.pence)}. ${startInWords(course)}.`
}

export function SectionList({
  edition,
  codes,
}: {
  readonly edition: Pick<Edition, 'domains'>
  readonly codes: readonly string[]
}) {
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {nameSections(edition, codes).map(({ code, title }) => (
        <li key={code}>
          {code} {title}
        </li>
      ))}
    </ul>
  )
}

const stateWords = {
  waiting: { text: 'Waiting', colour: 'white' },
  approved: { text: 'Yes', colour: 'green' },
  declined: { text: 'Not this time', colour: 'grey' },
  withdrawn: { text: 'Taken back', colour: 'grey' },
  attended: { text: 'You were there', colour: 'green' },
} as const satisfies Readonly<Record<AskState, object>>

export function AskStateTag({ state }: { readonly state: AskState }) {
  return <Tag {...stateWords[state]} />
}

const managersWords = {
  waiting: { text: 'Waits for you', colour: 'white' },
  approved: { text: 'Yes', colour: 'green' },
  declined: { text: 'Not this time', colour: 'grey' },
  withdrawn: { text: 'Taken back', colour: 'grey' },
  attended: { text: 'They were there', colour: 'green' },
} as const satisfies Readonly<Record<AskState, object>>

export function AskedStateTag({ state }: { readonly state: AskState }) {
  return <Tag {...managersWords[state]} />
}
