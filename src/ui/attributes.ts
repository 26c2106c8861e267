/** Further HTML attributes of an element, such as `data-` and `aria-` ones. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Joins class names, leaving out what is empty or not asked for. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** `base--name`, unless there is no name or the caller's own classes already hold it. */
export function modifier(
  base: string,
  name: string | number | false | undefined,
  classes?: string | undefined,
): string | undefined {
  const full = `${base}--${name}`
  return name && !classes?.includes(full) ? full : undefined
}
