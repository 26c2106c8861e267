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
      <h2 class="nhsuk-heading-m" id="phone">
        What your own phone keeps, if you ask for it
      </h2>
      <p>
        Nothing else is kept in your browser, unless you say on{' '}
        <a href={paths.offline()}>Your passport without signal</a> that the phone is your own. Then
        it keeps these, in one place, and only for what you asked for:
      </p>
      <ul>
        <li>a copy of what you hold, and the look of its page</li>
        <li>your own answers in that copy, if you ticked that you want them there</li>
        <li>the QR codes that you choose to keep, until their links end</li>
        <li>what you type where there is no signal, until it is sent</li>
        <li>when it was last brought up to date, and for whom</li>
      </ul>
      <p>
        All of it goes when you sign out, when you say that it is not your phone any more, when
        somebody else signs in there, when your account closes, and seven days after you last used
        it with signal. Nothing is kept on a shared computer.
      </p>
      <p>
        You can delete the cookies in your browser at any time. You are then signed out. If you
        block them, you can still read every public page, but you cannot sign in or send a form.
      </p>
    </PageLayout>
  )
}
