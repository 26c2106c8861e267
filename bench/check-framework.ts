/** All the rules over the framework, warm: as it is, after an edit of one statement, and without what was kept. */
import { readEditionContent } from '../src/frameworks/frameworks-content.ts'
import { houseLanguage } from '../src/frameworks/language-content.ts'
import { checkWording } from '../src/frameworks/model/check-wording.ts'
import { type Edition, statementsOf } from '../src/frameworks/model/framework.ts'
import type { BenchResult } from './http-load.ts'

const warmUps = 5
const rounds = 15

export async function run(): Promise<readonly BenchResult[]> {
  const { edition } = readEditionContent('ahp-support-worker/2026')
  const draft = readEditionContent('ahp-support-worker/2021-consultation-draft').edition
  const statements = statementsOf(edition).length
  if (statements < 150) throw new Error(`the framework of the bench has ${statements} statements`)
  const times = ninefold(edition)
  return [
    row('150-statements-after-an-edit', median(timed((round) => withEdit(edition, round)))),
    row('150-statements-with-faults', median(timed((round) => withEdit(draft, round)))),
    row('1350-statements', median(timed((round) => withEdit(times, round), 3))),
  ]
}

/** Every round an edition of its own, so that nothing kept for the last one answers. */
function timed(editionOf: (round: number) => Edition, count = rounds): number[] {
  const language = houseLanguage()
  for (let round = 0; round < warmUps; round += 1) checkWording(editionOf(-1 - round), language)
  return Array.from({ length: count }, (_, round) => {
    const edition = editionOf(round)
    const start = performance.now()
    checkWording(edition, language)
    return performance.now() - start
  })
}

function withEdit(edition: Edition, round: number): Edition {
  const domains = edition.domains.map((domain, place) => ({
    ...domain,
    purpose: place === 0 ? `${domain.purpose} Round ${round} of this.` : domain.purpose,
  }))
  return { ...edition, domains }
}

/** The same domains nine times over, under other numbers: nine times the statements. */
function ninefold(edition: Edition): Edition {
  const domains = Array.from({ length: 9 }, (_, time) =>
    edition.domains.map((domain) => renumbered(domain, domain.number + 10 * time)),
  ).flat()
  return { ...edition, domains }
}

function renumbered(domain: Edition['domains'][number], number: number) {
  const rename = (code: string) => code.replace(/^\d+/, String(number))
  return {
    ...domain,
    number,
    sections: domain.sections.map((section) => ({
      ...section,
      code: rename(section.code),
      statements: section.statements.map((statement) => ({
        ...statement,
        code: rename(statement.code),
        capability: `${statement.capability}-${number}`,
      })),
    })),
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function row(name: string, milliseconds: number): BenchResult {
  return {
    ...{ bench: 'check-framework', case: name, milliseconds },
    perSecond: 1000 / milliseconds,
    // The goal is 300 ms for 150 statements: design.md, "Speed to reach".
    ratioToLimit: null,
  }
}
