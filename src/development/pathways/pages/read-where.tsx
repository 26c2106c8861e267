import { dayInWords } from '../../../language/plain-dates.ts'
import type { Rule } from '../model/route.ts'
import { nationNames } from './route-list.tsx'

/** Who says so, for which nation, and when it was read. */
export function ReadWhere({ rule }: { readonly rule: Rule }) {
  const { provider, nation, source, checkedOn, page } = rule
  return (
    <span class="lanyard-meta">
      {nationNames[nation]}.{' '}
      {page && (
        <a href={page}>
          Where it stands<span class="nhsuk-u-visually-hidden">: {rule.text}</span>
        </a>
      )}
      {source && checkedOn && (
        <>
          <a href={source}>
            Where we read it<span class="nhsuk-u-visually-hidden">: {rule.text}</span>
          </a>
          , checked on {dayInWords(checkedOn)}.
        </>
      )}
      <span class="nhsuk-u-visually-hidden"> {provider}</span>
    </span>
  )
}

/** By who says so, in the order of the content. */
export function byProvider<One>(
  all: readonly One[],
  ruleOf: (one: One) => Rule,
): { readonly provider: string; readonly those: readonly One[] }[] {
  const providers = [...new Set(all.map((one) => ruleOf(one).provider))]
  return providers.map((provider) => ({
    provider,
    those: all.filter((one) => ruleOf(one).provider === provider),
  }))
}
