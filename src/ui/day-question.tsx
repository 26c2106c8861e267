import { DateInput } from './date-input.tsx'
import type { Option } from './wording.ts'

export interface DayParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** A day in three fields, named after the question. */
export function DayQuestion({
  field,
  parts,
  legend,
  hint,
  errorMessage,
  size = 'm',
}: {
  readonly field: string
  readonly parts: DayParts
  readonly legend: string
  readonly hint?: string | undefined
  readonly errorMessage?: Option<{ readonly text: string }> | undefined
  readonly size?: 's' | 'm' | undefined
}) {
  return (
    <DateInput
      id={field}
      fieldset={{ legend: { text: legend, size } }}
      hint={hint}
      errorMessage={errorMessage}
      items={(['day', 'month', 'year'] as const).map((part) => ({
        name: `${field}-${part}`,
        id: `${field}-${part}`,
        label: part.charAt(0).toUpperCase() + part.slice(1),
        value: parts[part],
        width: part === 'year' ? 4 : 2,
      }))}
    />
  )
}

/** A day's message stands over three fields; its link goes to the first. */
export function atFirstPart<Fault extends { readonly field: string }>(
  faults: readonly Fault[] | undefined,
  days: readonly string[],
): readonly Fault[] | undefined {
  return faults?.map((fault) =>
    days.includes(fault.field) ? { ...fault, field: `${fault.field}-day` } : fault,
  )
}
