/** Whether what was decided holds together: every statement once, and nothing that contradicts. */
import type { Finding } from '../../../finding.ts'
import { type Edition, levelOf, type Statement, statementsOf } from '../../model/framework.ts'
import type { SuccessionLine } from '../../model/succession.ts'

export interface SuccessionQuestion {
  readonly earlier: Edition
  readonly later: Edition
  readonly lines: readonly SuccessionLine[]
}

interface Texts {
  readonly before: ReadonlyMap<string, Statement>
  readonly after: ReadonlyMap<string, Statement>
  readonly lines: readonly SuccessionLine[]
}

/** All that stands in the way of publishing, in the order of the earlier edition. */
export function checkSuccession({ earlier, later, lines }: SuccessionQuestion): Finding[] {
  const texts = { before: byCode(earlier), after: byCode(later), lines }
  return [
    ...checkEveryOneOnce(texts),
    ...lines.flatMap((line) => checkLine(line, texts)),
    ...checkTargets(lines),
    ...checkCircles(texts),
  ]
}

/** What is wrong with one decision by itself: asked before it is kept. */
export function checkFate(
  line: SuccessionLine,
  { earlier, later }: Omit<SuccessionQuestion, 'lines'>,
): Finding[] {
  return checkLine(line, { before: byCode(earlier), after: byCode(later), lines: [line] })
}

function byCode(edition: Edition): ReadonlyMap<string, Statement> {
  return new Map(statementsOf(edition).map((statement) => [statement.code, statement]))
}

function checkEveryOneOnce({ before, lines }: Texts): Finding[] {
  const times = Map.groupBy(lines, ({ from }) => from)
  return [...before.keys()].flatMap((code) => {
    const number = times.get(code)?.length ?? 0
    if (number === 1) return []
    if (number > 1) return finding('decided-twice', code, `${code} is decided more than once.`)
    return finding('not-decided', code, `Say what became of ${code}.`)
  })
}

function checkLine(line: SuccessionLine, { before, after }: Texts): Finding[] {
  const { from, to, fate, reason = '' } = line
  const old = before.get(from)
  if (old === undefined) {
    return finding('no-such-statement', from, `${from} does not stand in the earlier edition.`)
  }
  const missing = to.filter((code) => !after.has(code))
  const needsReason = fate === 'meaning-changed' || fate === 'retired'
  return [
    ...missing.flatMap((code) =>
      finding('target-missing', from, `${from} leads to ${code}, which is not in the new edition.`),
    ),
    ...checkNumber(line),
    ...checkLevels(line),
    ...(missing.length === 0 ? checkWords(line, old, after.get(to[0] ?? '')) : []),
    ...(needsReason && reason.trim() === ''
      ? finding('reason-missing', from, `Say why for ${from}: whoever holds it will read it.`)
      : []),
  ]
}

function checkNumber({ from, to, fate }: SuccessionLine): Finding[] {
  const number = new Set(to).size
  if (fate === 'retired') {
    return number === 0
      ? []
      : finding('retired-leads-on', from, `${from} is retired and leads to none.`)
  }
  if (fate === 'split') {
    return number >= 2
      ? []
      : finding('split-too-few', from, `${from} is split: select two or more.`)
  }
  return number === 1
    ? []
    : finding('one-target', from, `Select the one statement that ${from} became.`)
}

/** A sign-off at one level never counts at another. */
function checkLevels({ from, to }: SuccessionLine): Finding[] {
  return to
    .filter((code) => levelOf(code) !== levelOf(from))
    .flatMap((code) =>
      finding(
        'another-level',
        from,
        `${code} is of another level than ${from}: it cannot follow it.`,
      ),
    )
}

function checkWords({ from, fate }: SuccessionLine, old: Statement, now?: Statement): Finding[] {
  if (now === undefined) return []
  const sameCode = now.code === from
  if (fate === 'unchanged' && !(sameCode && saysOf(old) === saysOf(now))) {
    return finding(
      'not-unchanged',
      from,
      `${from} is not the same as it was: its words or its code differ.`,
    )
  }
  if (fate === 'reworded' && !sameCode) {
    return finding('not-reworded', from, `${from} has another code now: it moved.`)
  }
  if (fate === 'moved' && sameCode) {
    return finding('not-moved', from, `${from} has the code that it had: it did not move.`)
  }
  return []
}

/** All of what an assessor signs. */
function saysOf({ text, requires }: Statement): string {
  return JSON.stringify([text, requires])
}

/** A statement follows one, or is what several became; it cannot be both. */
function checkTargets(lines: readonly SuccessionLine[]): Finding[] {
  const leading = lines.flatMap((line) => [...new Set(line.to)].map((code) => ({ code, line })))
  return [...Map.groupBy(leading, ({ code }) => code)].flatMap(([code, found]) => {
    const froms = found.map(({ line }) => line.from)
    const [first = ''] = froms
    const merged = found.filter(({ line }) => line.fate === 'merged').length
    if (merged === 0 && found.length === 1) return []
    if (merged === found.length && merged >= 2) return []
    if (merged === 1 && found.length === 1) {
      const message = `${first} is the only one that became ${code}: one alone does not merge.`
      return finding('merged-too-few', first, message)
    }
    const message = `${froms.join(' and ')} all lead to ${code}. Say that they merged, or choose for each its own.`
    return finding('contradiction', first, message)
  })
}

/** 7.1 moved to 7.2 and 7.2 to 7.1: sound where each took its capability along, a slip otherwise. */
function checkCircles({ before, after, lines }: Texts): Finding[] {
  const moves = new Map<string, string>()
  for (const { from, fate, to } of lines) {
    const [target = ''] = to
    const stays = before.get(from)?.capability === after.get(target)?.capability
    if (fate === 'moved' && !stays) moves.set(from, target)
  }
  const seen = new Set<string>()
  return [...moves.keys()].flatMap((start) => {
    const circle = circleFrom(start, moves)
    if (circle.length === 0 || seen.has(start)) return []
    for (const code of circle) seen.add(code)
    const message = `${[...circle, start].join(' moved to ')}: that is a circle.`
    return finding('circle', start, message)
  })
}

function circleFrom(start: string, moves: ReadonlyMap<string, string>): string[] {
  const path = [start]
  for (let at = moves.get(start); at !== undefined; at = moves.get(at)) {
    if (at === start) return path
    if (path.includes(at)) return []
    path.push(at)
  }
  return []
}

function finding(code: string, at: string, message: string): Finding[] {
  return [{ code, at: `statement/${at}`, message }]
}
