import { paths } from '../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'

/** What somebody can do about what is kept of them: the way in to each. */
const ways = [
  {
    href: paths.whoLooked(),
    text: 'Who looked at your record',
    about: 'Each time somebody else opened something of yours.',
  },
  {
    href: paths.activity(),
    text: 'What was done with your record',
    about: 'Each change, by you and by others.',
  },
  {
    href: paths.preview(),
    text: 'Your record as others see it',
    about: 'What your manager, another employer or a stranger sees.',
  },
  {
    href: paths.exportRecord(),
    text: 'Get a copy of your record',
    about: 'Everything that is kept about you, in one file.',
  },
  {
    href: paths.correct(),
    text: 'Put something right',
    about: 'Change your name or level, or tell an organisation that a record is wrong.',
  },
  {
    href: paths.asked(),
    text: 'What you asked for',
    about: 'What organisations were asked, and when they must answer.',
  },
  {
    href: paths.retention(),
    text: 'How long things are kept',
    about: 'Each kind of record, how long, and why.',
  },
  {
    href: paths.closeAccount(),
    text: 'Close your account',
    about: 'What is erased, what is kept, and by whom. You can read it without closing.',
  },
] as const

export function YourRecordPage(own: OwnPageProps) {
  return (
    <OwnLayout
      {...own}
      title="Your record"
      notInMenu
      back={{ href: paths.account(), text: 'Your account' }}
    >
      <h1 class="nhsuk-heading-l">Your record</h1>
      <p>Your record is yours. Here you can see what becomes of it, and change that.</p>
      <ul class="nhsuk-list">
        {ways.map(({ href, text, about }) => (
          <li key={href} class="lanyard-waiting">
            <p>
              <a href={href}>{text}</a>
              <br />
              {about}
            </p>
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}
