/** Who sent a response, as somebody wrote it: one line. */
export const longestRespondent = 200

export function respondentName(written: string): string {
  return written
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
