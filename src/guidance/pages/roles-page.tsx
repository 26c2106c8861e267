import type { ProfessionRole } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'
import type { RoleListWords } from '../model/role-guidance.ts'

export interface RolesPageProps {
  readonly roles: readonly ProfessionRole[]
  readonly words: RoleListWords
}

/** Who is helping me: the professions to choose from. */
export function RolesPage({ roles, words }: RolesPageProps) {
  return (
    <>
      <div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-two-thirds">
          <h1 class="nhsuk-heading-xl">{words.title}</h1>
          {words.intro.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </div>
      <h2 class="nhsuk-heading-l">{words.heading}</h2>
      <ul class="nhsuk-grid-row nhsuk-card-group">
        {roles.map((role) => (
          <ProfessionCard key={role.profession} role={role} words={words} />
        ))}
      </ul>
    </>
  )
}

function ProfessionCard({
  role,
  words,
}: {
  readonly role: ProfessionRole
  readonly words: RoleListWords
}) {
  return (
    <li class="nhsuk-grid-column-one-half nhsuk-card-group__item">
      <div class="nhsuk-card nhsuk-card--clickable">
        <div class="nhsuk-card__content">
          <h3 class="nhsuk-card__heading nhsuk-heading-m">
            <a class="nhsuk-card__link" href={paths.role(role.profession)}>
              {role.name}
            </a>
          </h3>
          <p>{role.about}</p>
          <p class="nhsuk-body-s">
            {words.registeredTitle}: {role.registeredTitle}
          </p>
          <p class="nhsuk-body-s nhsuk-u-margin-bottom-0">
            {words.supportTitles}: {role.supportTitles.join(', ')}
          </p>
        </div>
      </div>
    </li>
  )
}
