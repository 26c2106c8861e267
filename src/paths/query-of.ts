/** What is asked for in an address, without what is empty; '' for nothing. */
export function queryOf(fields: Readonly<Record<string, string | undefined>>): string {
  const asked = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return asked.length === 0 ? '' : `?${asked.join('&')}`
}
