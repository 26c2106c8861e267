/** Nobody was signed in, and what to do about it. */
import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button.tsx'
import type { SignedIn } from '../../ui/page-header.tsx'
import { PageLayout } from '../../ui/page-layout.tsx'

export interface WayInProblemPageProps {
  readonly title: string
  readonly words: string
  /** Where the other ways are. */
  readonly other: { readonly href: string; readonly text: string }
  readonly account?: SignedIn | undefined
  readonly demo: boolean
  readonly children?: ComponentChildren
}

export function WayInProblemPage(props: WayInProblemPageProps) {
  const { title, words, other, account, demo } = props
  return (
    <PageLayout {...{ title, account, demo }} noindex>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{words}</p>
      {props.children}
      <Button text={other.text} href={other.href} />
    </PageLayout>
  )
}
