import type { SecondKind } from './assessing-rule.ts'

export const secondWords: Readonly<Record<SecondKind, string>> = {
  'high-risk': 'Higher-risk statements need two assessors. They count once both have signed.',
  none: 'One assessor is enough, also for higher-risk statements.',
}
