/** Days between asking to close an account and its erasure. */
export const daysToUndo = 14
