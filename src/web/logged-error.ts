/** An error as the log has it: where it happened and of what kind, without the words that people wrote. */

/** A type and no interface, for a logger takes what has any names. */
export type LoggedError = {
  readonly type: string
  readonly message: string
  readonly code?: string | undefined
  readonly table?: string | undefined
  readonly column?: string | undefined
  readonly constraint?: string | undefined
  readonly stack: string
  readonly cause?: LoggedError | undefined
}

const deepest = 3

export function loggedError(error: unknown, depth = 0): LoggedError {
  const given = partsOf(error)
  return {
    type: textOf(given.name) ?? typeof error,
    message: safeMessage(given),
    code: textOf(given.code),
    table: textOf(given.table),
    column: textOf(given.column),
    constraint: textOf(given.constraint),
    stack: framesOf(textOf(given.stack) ?? ''),
    ...(given.cause !== undefined &&
      depth < deepest && { cause: loggedError(given.cause, depth + 1) }),
  }
}

/** Names of PostgreSQL's own: classes 08, 23, 40, 53, 55, 57, and rights and missing things of 42. */
const wordsWithoutValues = /^(?:(?:08|23|40|53|55|57)...|42501|42P01|42703|42883)$/

/** Begun at the beginning of a word alone: from its every letter a long one would take minutes. */
const address = /(?<![^\s<>"'(),;])[^\s<>"'(),;]+@[^\s<>"'(),;]+/g

/** A database says what it was given (`invalid input syntax for type date: "…"`), and so does JSON. */
function safeMessage({ name, message, severity, code }: Parts): string {
  if (typeof severity === 'string') {
    return wordsWithoutValues.test(String(code)) ? String(message) : 'PostgreSQL refused it'
  }
  if (name === 'SyntaxError') return 'the text could not be parsed'
  return (textOf(message) ?? '').replace(address, '(an address)')
}

/** The lines that say where: the others repeat the message. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}

type Parts = Readonly<Record<string, unknown>>

function partsOf(value: unknown): Parts {
  // Anything may be thrown; what has parts is asked for them by name alone.
  return typeof value === 'object' && value !== null ? (value as Parts) : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
