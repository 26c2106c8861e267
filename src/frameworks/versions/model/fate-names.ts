/** The fates in plain words, and what each does to people's sign-offs. */
import { dayInWords } from '../../../language/plain-dates.ts'
import type { Fate } from '../../model/succession.ts'

export const fateNames: Readonly<Record<Fate, string>> = {
  unchanged: 'Nothing changed',
  reworded: 'Other words, same meaning',
  moved: 'Another code, same meaning',
  'meaning-changed': 'It means something else now',
  split: 'It became several',
  merged: 'It became one with others',
  retired: 'Nothing follows it',
}

/** `day`: until then a sign-off of a statement that means something else counts. */
export function fateEffect(fate: Fate, day: string): string {
  const until = `until ${dayInWords(day)}, or its own review date if that is sooner. Then it must be confirmed again.`
  switch (fate) {
    case 'unchanged':
    case 'reworded':
    case 'moved':
      return 'A sign-off counts as before, until its own review date.'
    case 'meaning-changed':
      return `A sign-off counts ${until}`
    case 'split':
      return `A sign-off counts for each of the new ones ${until}`
    case 'merged':
      return `Whoever has all of the old ones signed off has the new one, ${until}`
    case 'retired':
      return 'A sign-off stays in the person’s history. It counts for nothing new.'
    default:
      return fate satisfies never
  }
}
