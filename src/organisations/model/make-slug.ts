/** The part of an address that stands for an organisation for ever. */

const longest = 60
/** Addresses of ours under /orgs and /stewards/organisations. */
const taken: readonly string[] = ['add']

export function makeSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
  const cut = plain.slice(0, longest).replace(/^-+|-+$/g, '')
  return cut === '' || taken.includes(cut) ? `organisation${cut && `-${cut}`}` : cut
}

/** The first of `x`, `x-2`, `x-3` that nobody has. */
export function firstFreeSlug(slug: string, held: ReadonlySet<string>): string {
  for (let number = 2, free = slug; ; number += 1) {
    if (!held.has(free)) return free
    free = `${slug}-${number}`
  }
}
