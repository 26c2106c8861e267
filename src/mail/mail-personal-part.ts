/** Letters are not kept, but for the demonstration's, which go nowhere. */
import type { PersonalPart, RetentionRule } from '../personal-record.ts'
import { endShownLetters } from './demonstration-store.ts'

export const mailPart: PersonalPart = {
  feature: 'mail',
  withheld: {
    demonstration_letter: 'Only the demonstration has it, and shows it on a page of its own.',
  },
  exportFor: async () => ({ sections: [] }),
}

export const mailRetention: readonly RetentionRule[] = [{ kind: 'letter', end: endShownLetters }]
