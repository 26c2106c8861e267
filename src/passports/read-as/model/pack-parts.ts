/** What a holder can put into the pack for an education provider. Private notes are never among it. */
export const packParts = ['sign-offs', 'answers', 'read-as', 'remaining'] as const
export type PackPart = (typeof packParts)[number]
