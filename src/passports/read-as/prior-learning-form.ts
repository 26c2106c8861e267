/** What goes into a pack: the holder chooses. */
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import { chosenField, type FormResult, textField } from '../../web/posted-form.ts'
import type { Signing } from '../model/signing.ts'
import { readLevel } from '../passports-forms.ts'
import { type PackPart, packParts } from './model/pack-parts.ts'

export interface PackEntered {
  readonly framework: string
  readonly level: string
  readonly parts: readonly string[]
  /** Ids. */
  readonly signings: readonly string[]
}

export interface PackValue {
  readonly framework: string
  readonly level: LevelSlug
  readonly parts: readonly PackPart[]
  readonly signings: readonly string[]
}

/** Everything is ticked but the holder's own answers. */
export function freshPack(
  query: unknown,
  held: { readonly signings: readonly Signing[]; readonly level?: LevelSlug | undefined },
): PackEntered {
  return {
    framework: textField(query, 'framework'),
    level: held.level ?? 'entry',
    parts: packParts.filter((part) => part !== 'answers'),
    signings: held.signings.map(({ id }) => id),
  }
}

export function packForm(
  body: unknown,
  offered: { readonly frameworks: readonly string[]; readonly signings: readonly string[] },
): FormResult<PackValue, PackEntered> {
  const [framework] = chosenField(body, 'framework', offered.frameworks)
  const level = readLevel(textField(body, 'level'))
  const parts = packParts.filter((part) => chosenField(body, 'parts', [part]).length > 0)
  const signings = chosenField(body, 'signings', offered.signings)
  const entered = { framework: framework ?? '', level: level ?? '', parts, signings }
  const errors = [
    ...(framework === undefined
      ? [{ field: 'framework', message: 'Select the framework that they use' }]
      : []),
    ...(level === undefined ? [{ field: 'level', message: 'Select a level' }] : []),
    ...(parts.length === 0 ? [{ field: 'parts', message: 'Select what goes in' }] : []),
  ]
  if (framework === undefined || level === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { framework, level, parts, signings }, entered }
}
