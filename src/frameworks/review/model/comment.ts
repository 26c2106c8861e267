/** What somebody remarks on a thing of a draft, and what others answer. */

export interface DraftComment {
  readonly id: string
  readonly thing: string
  readonly replyTo?: string | undefined
  readonly words: string
  readonly by: string
  readonly at: Date
  /** The last that was said of it: without any it is open. */
  readonly settled?: { readonly by: string; readonly at: Date } | undefined
}

export interface CommentThread extends DraftComment {
  readonly replies: readonly DraftComment[]
}

/** The newest thread first, its replies in the order that they came. */
export function threadComments(comments: readonly DraftComment[]): CommentThread[] {
  const replies = Map.groupBy(
    comments.filter(({ replyTo }) => replyTo !== undefined),
    ({ replyTo }) => replyTo,
  )
  return comments
    .filter(({ replyTo }) => replyTo === undefined)
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .map((comment) => ({
      ...comment,
      replies: (replies.get(comment.id) ?? []).toSorted(
        (one, other) => one.at.getTime() - other.at.getTime(),
      ),
    }))
}

export const commentLimit = 2000
