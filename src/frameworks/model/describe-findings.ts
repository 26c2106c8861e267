/** Findings in lines that a person reads: by place, with the words they are about. */
import { describePlace } from './describe-place.ts'
import type { Edition } from './framework.ts'
import { listTexts } from './list-texts.ts'
import { severities, type WordingFinding } from './wording-finding.ts'

export function describeFindings(edition: Edition, findings: readonly WordingFinding[]): string {
  if (findings.length === 0) return 'nothing to mend'
  const texts = new Map<string, string>(
    listTexts(edition).map(({ target, text }) => [target, text]),
  )
  const places = Map.groupBy(findings, ({ at }) => at)
  return [
    countsOf(findings),
    ...[...places].flatMap(([at, here]) => [
      '',
      `${describePlace(edition, at)?.name ?? at}  [${at}]`,
      ...here.flatMap((finding) => linesOf(finding, texts.get(at))),
    ]),
  ].join('\n')
}

function countsOf(findings: readonly WordingFinding[]): string {
  return severities
    .map((severity) => `${findings.filter((one) => one.severity === severity).length} ${severity}`)
    .join(', ')
}

function linesOf(
  { severity, code, requirement, message, range, suggestions }: WordingFinding,
  text: string | undefined,
): string[] {
  const asked = requirement === undefined ? code : `${code}, ${requirement}`
  const words = range && text?.slice(range.start, range.end)
  const quoted = words === undefined || message.includes(words) ? [] : [`    in: “${words}”`]
  return [
    `  ${severity}: ${message}  (${asked})`,
    ...quoted,
    ...(suggestions.length === 0 ? [] : [`    could be: ${suggestions.join(' | ')}`]),
  ]
}
