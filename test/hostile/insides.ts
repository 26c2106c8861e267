/** What no answer may show: where it went wrong, in which file, and what the database said. */
const insides: readonly RegExp[] = [
  /\n\s*at (?:async )?[\w.<>/[\] ]+ ?\(?[^\n]*:\d+:\d+/,
  /\b(?:Type|Syntax|Reference|Range|URI|Assertion|Database|Zod|Aggregate)Error\b/,
  /node_modules|node:internal|file:\/\/\/|\.tsx?:\d+/,
  /invalid input syntax|violates |duplicate key|syntax error at|permission denied for/,
  /row-level security policy|relation "|column "|null value in|kysely|pgboss/,
  /\b(?:FST|HPE|ERR|EAI|ECONN)_?[A-Z]+_[A-Z_]+\b|ECONNREFUSED|ENOENT/,
]

/** Nothing where all is well. */
export function insidesIn(text: string): string | undefined {
  for (const inside of insides) {
    const found = inside.exec(text)
    if (found !== null) return found[0].slice(0, 80)
  }
  return text.includes(process.cwd()) ? process.cwd() : undefined
}
