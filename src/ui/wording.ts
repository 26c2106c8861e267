import { type ComponentChildren, isValidElement, type VNode } from 'preact'

/** What a part says: plain text or elements, as its children or as the macro option `text`. */
export interface Wording {
  readonly text?: ComponentChildren
  readonly children?: ComponentChildren
}

/** An option that is either just its wording, or its wording with options of its own. */
export type Option<P extends Wording> = string | VNode | P

export function wordingOf(part: Wording | undefined): ComponentChildren {
  return part?.children ?? part?.text
}

export function optionsOf<P extends Wording>(option: Option<P>): P
export function optionsOf<P extends Wording>(option: Option<P> | undefined): P | undefined
export function optionsOf<P extends Wording>(option: Option<P> | undefined): P | undefined {
  const wordingOnly = typeof option === 'string' || isValidElement(option)
  // All that any P asks for is optional, so its wording alone is a P.
  return wordingOnly ? ({ text: option } as P) : option
}

/** The options, where they say anything. */
export function saidBy<P extends Wording>(option: Option<P> | boolean | undefined): P | undefined {
  if (typeof option === 'boolean') return undefined
  const options = optionsOf(option)
  return wordingOf(options) ? options : undefined
}
