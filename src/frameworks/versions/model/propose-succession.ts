/** What a machine makes of the fate of each statement. A person decides. */
import type { Edition } from '../../model/framework.ts'
import type { Fate } from '../../model/succession.ts'
import { compareEditions } from './compare-editions.ts'
import type { Difference, EditionChange } from './edition-change.ts'
import { bagOf, likenessOf, weighBoth } from './measure-likeness.ts'
import { codeOf, isStatement, type Passage, wordingOf } from './passage.ts'

/** Never a decision: that is a `SuccessionLine`. */
export interface ProposedFate {
  /** Code in the earlier edition. */
  readonly from: string
  readonly proposed: Fate
  readonly to: readonly string[]
  readonly why: string
  /** Nothing at all differs: these may be accepted together. */
  readonly isPlain: boolean
  /** Where one became one: what of it differs. */
  readonly differences: readonly Difference[]
}

/** From so much likeness on, words are taken to mean what they meant. */
const samePlain = 0.7

export function proposeSuccession(earlier: Edition, later: Edition): ProposedFate[] {
  const { changes, unchanged } = compareEditions(earlier, later)
  const proposals = [
    ...unchanged.filter(({ before }) => isStatement(before)).map(ofUnchanged),
    ...changes.filter(({ before: [first] }) => first && isStatement(first)).flatMap(ofChange),
  ]
  const byCode = new Map(proposals.map((proposal) => [proposal.from, proposal]))
  return codesOf(earlier).flatMap((code) => byCode.get(code) ?? [])
}

function codesOf({ domains }: Edition): string[] {
  return domains.flatMap(({ sections }) =>
    sections.flatMap(({ statements }) => statements.map(({ code }) => code)),
  )
}

function ofUnchanged({ before, after }: { before: Passage; after: Passage }): ProposedFate {
  const told = { why: 'Nothing about it differs.', isPlain: true, differences: [] }
  return { from: codeOf(before), proposed: 'unchanged', to: [codeOf(after)], ...told }
}

function ofChange({ kind, before, after, differences }: EditionChange): ProposedFate[] {
  const judged = { to: after.map(codeOf), isPlain: false, differences }
  return before.map((passage) => ({
    ...{ from: codeOf(passage), ...judged },
    ...judge({ kind, before: [passage], after, differences }),
  }))
}

type Judged = Pick<ProposedFate, 'proposed' | 'why'>

function judge(change: EditionChange): Judged {
  switch (change.kind) {
    case 'split':
      return { proposed: 'split', why: 'Its words are found again in several statements.' }
    case 'merged':
      return { proposed: 'merged', why: 'Its words are found again in one that took in others.' }
    case 'retired':
    case 'added':
      return { proposed: 'retired', why: 'Nothing in the new edition is like it.' }
    default:
      return judgeOne(change)
  }
}

function judgeOne({ kind, before: [before], after: [after], differences }: EditionChange): Judged {
  const [old, now] = [before ? wordingOf(before) : '', after ? wordingOf(after) : '']
  const named = differences.map(({ name }) => name.toLowerCase()).join(', ')
  if (old === now) return judgeSameWords(kind, named)
  const likeness = likenessOf(weighBoth(bagOf(old), bagOf(now), () => 1))
  const hundred = Math.round(likeness * 100)
  if (likeness < samePlain || named.includes('asks for')) {
    return {
      proposed: 'meaning-changed',
      why: `Of its words, about ${hundred} in 100 are the same.`,
    }
  }
  const proposed = kind === 'moved' ? 'moved' : 'reworded'
  return {
    proposed,
    why: `About ${hundred} in 100 of its words are the same. Does it mean the same?`,
  }
}

function judgeSameWords(kind: EditionChange['kind'], named: string): Judged {
  const also = named === '' ? '' : ` Look at what else differs: ${named}.`
  if (named.includes('asks for')) {
    return { proposed: 'meaning-changed', why: 'The same words ask for other things.' }
  }
  if (kind !== 'moved') return { proposed: 'unchanged', why: `Its words are the same.${also}` }
  return { proposed: 'moved', why: `The same words stand under another code.${also}` }
}
