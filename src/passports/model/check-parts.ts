/** All of, any of (R36): what must have been seen of a statement that asks for several things. */
import type { Requires, Statement } from '../../frameworks/model/framework.ts'

export function partsOf(requires: Requires | undefined): readonly string[] {
  if (requires === undefined) return []
  return 'all' in requires ? requires.all : requires.any
}

/** What is missing, in words for the assessor; undefined where enough was seen. */
export function missingParts(
  { code, requires }: Pick<Statement, 'code' | 'requires'>,
  seen: readonly string[],
): string | undefined {
  if (requires === undefined) return undefined
  const unseen = partsOf(requires).filter((part) => !seen.includes(part))
  if ('any' in requires) {
    return unseen.length < requires.any.length
      ? undefined
      : `Tick at least one thing that you saw for ${code}`
  }
  return unseen.length === 0
    ? undefined
    : `${code} needs all its parts. Tick “${unseen.join('”, “')}”, or leave ${code} out this time`
}
