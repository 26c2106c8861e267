/** Runs each bench in turn and prints a line a case; `--json` for machines; names choose some. */
import { run as audit } from './audit.ts'
import { run as checkFramework } from './check-framework.ts'
import { run as editStatement } from './edit-statement.ts'
import { run as frameworkPage } from './framework-page.ts'
import type { BenchResult } from './http-load.ts'
import { run as large } from './large-organisation.ts'
import { run as leavingPack } from './leaving-pack.ts'
import { run as many } from './many-people.ts'
import { run as passportPage } from './passport-page.ts'
import { run as publishEdition } from './publish-edition.ts'
import { run as secondWall } from './second-wall.ts'
import { run as starts } from './starts.ts'
import { run as teamStanding } from './team-standing.ts'
import { run as training } from './training.ts'
import { run as verify } from './verify.ts'

const benches: Readonly<Record<string, () => Promise<readonly BenchResult[]>>> = {
  verify,
  'edit-statement': editStatement,
  'framework-page': frameworkPage,
  'check-framework': checkFramework,
  'passport-page': passportPage,
  'second-wall': secondWall,
  large,
  many,
  starts,
  audit,
  'leaving-pack': leavingPack,
  training,
  'team-standing': teamStanding,
  'publish-edition': publishEdition,
}

const args = process.argv.slice(2)
const json = args.includes('--json')
const chosen = args.filter((arg) => !arg.startsWith('--'))
const unknown = chosen.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}\n`,
  )
  process.exit(2)
}

for (const [name, run] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  for (const result of await run())
    process.stdout.write(`${json ? asJson(result) : asText(result)}\n`)
}

function asJson(result: BenchResult): string {
  return JSON.stringify(result, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  )
}

function asText({
  bench,
  case: name,
  perSecond,
  ratioToLimit,
  milliseconds,
  megabytes,
}: BenchResult) {
  const figure =
    milliseconds !== undefined && perSecond < 1
      ? `${Math.round(milliseconds)} ms`
      : megabytes !== undefined
        ? `${Math.round(megabytes)} MB`
        : `${Math.round(perSecond)}/s`
  const ratio = ratioToLimit === null ? '' : `${ratioToLimit.toFixed(2)} of the limit`
  return `${bench.padEnd(16)}${name.padEnd(34)}${figure.padStart(12)}  ${ratio}`
}
