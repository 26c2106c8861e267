import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

interface ToldPageProps extends OwnPageProps {
  readonly title: string
  readonly words: string
  readonly link: { readonly href: string; readonly text: string }
  readonly team?: boolean | undefined
}

/** What was asked has been done before, or can no longer be done: nothing was changed. */
export function ToldPage({ title, words, link, ...layout }: ToldPageProps) {
  return (
    <OwnLayout {...layout} title={title}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{words}</p>
      <p>
        <a href={link.href}>{link.text}</a>
      </p>
    </OwnLayout>
  )
}
