/** What is said wherever somebody answers for themselves. */
import type { ComponentChildren } from 'preact'
import { DoneBanner } from '../../ui/own-layout.tsx'

export const whoSeesAnswers =
  'Only you see your answers, unless you ask a colleague to sign off. Then they see those answers.'

export function NoWrongAnswers() {
  return (
    <p>
      <strong>There are no wrong answers.</strong> {whoSeesAnswers}
    </p>
  )
}

export function SavedBanner({
  saved,
  children,
}: {
  /** "2.1 Person-led support", "domain 2". */
  readonly saved: string
  readonly children?: ComponentChildren
}) {
  return (
    <DoneBanner title="Saved" words={`Your answers for ${saved} are saved.`}>
      {children}
    </DoneBanner>
  )
}
