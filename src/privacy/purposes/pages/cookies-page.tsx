import { paths } from '../../../paths.ts'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { Table } from '../../../ui/table.tsx'

export interface CookiesPageProps {
  readonly cookies: readonly {
    readonly name: string
    readonly what: string
    readonly ends: string
  }[]
  readonly demo: boolean
}

export function CookiesPage({ cookies, demo }: CookiesPageProps) {
  const title = 'Cookies'
  return (
    <PageLayout
      title={title}
      demo={demo}
      back={{ href: paths.privacy(), text: 'How your information is used' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        A cookie is a small piece of text that a site leaves in your browser. We set only the ones
        that this service cannot do without. So we do not ask you to accept them.
      </p>
      <p>
        None of them follows you. There is no advertising and no counting of visits, and no other
        company gets any.
      </p>
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: 'The cookies that we set', size: 'm' }}
        head={['Name', 'What it is for', 'When it ends'].map((text) => ({ text }))}
        rows={cookies.map(({ name, what, ends }) => [
          { children: <code>{name}</code> },
          { text: what },
          { text: ends },
        ])}
      />
      <p>
        You can delete them in your browser at any time. You are then signed out. If you block them,
        you can still read every public page, but you cannot sign in or send a form.
      </p>
    </PageLayout>
  )
}
