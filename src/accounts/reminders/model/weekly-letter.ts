/** What is due in the next two weeks, as numbers: mail is read by others. */
import type { DueCount } from '../../../due-date.ts'
import { dayInWords } from '../../../language/plain-dates.ts'

export function weeklyLetter(
  due: readonly Omit<DueCount, 'personId'>[],
  pages: { readonly site: string; readonly choice: string },
): { readonly subject: string; readonly text: string } {
  const inOrder = [...due].sort((one, other) => one.firstOn.localeCompare(other.firstOn))
  return {
    subject: 'What comes up in the next two weeks',
    text: [
      'Hello,',
      'In the next two weeks you have:',
      inOrder.map(line).join('\n'),
      'Nothing is lost if you are away: do it when you are back. See what it is here:',
      pages.site,
      'You get this letter in a week in which something comes up. To get none, choose so here:',
      pages.choice,
    ].join('\n\n'),
  }
}

function line({ kind: [one, several], count, firstOn }: Omit<DueCount, 'personId'>): string {
  const day = dayInWords(firstOn)
  return count === 1 ? `- 1 ${one}, on ${day}` : `- ${count} ${several}, the first on ${day}`
}
