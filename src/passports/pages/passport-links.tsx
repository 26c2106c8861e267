import type { LevelSlug } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'

/** All that a passport is for, each by its own page. */
export function PassportLinks({ level }: { readonly level: LevelSlug }) {
  return (
    <>
      <LinkGroup
        title="Add to it"
        links={[
          [paths.entries(), 'My learning and experience', 'training, jobs, caring for somebody'],
          [paths.bring(), 'Bring what you have', 'a badge, a certificate, a list of training'],
        ]}
      />
      <LinkGroup
        title="My development"
        links={[
          [paths.development(), 'My goals and next steps', 'stay and deepen, or do something else'],
          [paths.learning(), 'Find learning', 'what is missing or due soon for you'],
          [paths.ownLearning(), 'My learning', 'what you asked for, and what came of it'],
          [paths.support(), 'What helps me', 'time, changes, somebody to talk to'],
          [paths.supervision(), 'Supervision', 'what to talk about, and what you agreed'],
          [paths.appraisals(), 'Appraisal and plan', 'what went well, and what comes next'],
        ]}
      />
      <LinkGroup
        title="Help from others"
        links={[
          [paths.speakingUp(), 'Speaking up', 'where to raise a concern'],
          [paths.signposts(), 'Who else can help', 'councils, charities and carers'],
        ]}
      />
      <LinkGroup
        title="Use it somewhere else"
        links={[
          [paths.whoAccepts(), 'Who accepts this today', 'employers that say what they take'],
          [paths.ownRecognitions(), 'Show it to an employer', 'and see what they decided'],
          [paths.readAs(), 'Read it as another framework', 'another nation, or social care'],
          [paths.leavingPack(), 'Take it with you', 'all of it in one file, also on paper'],
        ]}
      />
      <LinkGroup
        title="Look at it in another way"
        links={[
          [paths.whereIStand(level), 'Where I stand, and what next', 'and who else sees it'],
          [paths.timeline(), 'My timeline', 'what you did and when'],
          [paths.wholePassport(level), 'All of it on one page', 'to read or print'],
          [paths.offline(), 'Without signal', 'keep it on your own phone'],
          [paths.passportSpecification(), 'How a passport works', 'what is held and who can check'],
        ]}
      />
    </>
  )
}

function LinkGroup({
  title,
  links,
}: {
  readonly title: string
  readonly links: readonly (readonly [href: string, text: string, about: string])[]
}) {
  return (
    <>
      <h2 class="nhsuk-heading-m">{title}</h2>
      <ul class="nhsuk-list">
        {links.map(([href, text, about]) => (
          <li key={href}>
            <a href={href}>{text}</a>: {about}
          </li>
        ))}
      </ul>
    </>
  )
}
