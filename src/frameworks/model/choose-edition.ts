/** The edition that passports are kept on: the latest published one of a framework. */
export function chooseEdition(
  editions: readonly { readonly ref: string; readonly status: string }[],
  slug: string,
): string | undefined {
  return editions
    .filter(({ ref, status }) => ref.startsWith(`${slug}/`) && status === 'published')
    .map(({ ref }) => ref)
    .sort()
    .at(-1)
}
