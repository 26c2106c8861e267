import type { Level, ProfessionRole } from '../../frameworks/model/framework.ts'
import { fillWords } from '../model/fill-words.ts'
import type { Advice, RoleWords } from '../model/role-guidance.ts'
import { RoleCompared } from './role-compared.tsx'
import { RoleExamples } from './role-examples.tsx'
import { RolePrintCard } from './role-print-card.tsx'

export interface RolePageProps {
  readonly role: ProfessionRole
  readonly words: RoleWords
  readonly levels: readonly Pick<Level, 'slug' | 'name'>[]
  /** People of this profession who have read the page, each as they asked to be shown. */
  readonly readBy: readonly string[]
  /** Our own drawing of the page's address, as SVG. */
  readonly qrSvg: string
  /** The page's whole address, for whoever cannot scan. */
  readonly address: string
}

/** Who is helping me, for one profession. It shows no private data (R11). */
export function RolePage(props: RolePageProps) {
  const { role, words } = props
  const fill = (sentence: string) =>
    fillWords(sentence, { profession: role.name.toLowerCase(), regulator: role.regulator })
  return (
    <>
      <div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-two-thirds">
          <h1 class="nhsuk-heading-xl">
            <span class="nhsuk-caption-xl">{role.name}</span> {words.title}
          </h1>
          <p class="nhsuk-body-l">{role.about}</p>
          {role.fewRoles !== undefined && (
            <div class="nhsuk-inset-text">
              <p>{role.fewRoles}</p>
            </div>
          )}
        </div>
      </div>
      <RoleCompared role={role} words={words} />
      <div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-two-thirds">
          <RegisterPart role={role} words={words} fill={fill} />
          <RoleExamples examples={role.examples} words={words.examples} levels={props.levels} />
          <AdvicePart advice={words.ask} fill={fill} />
          <AdvicePart advice={words.thank} fill={fill} />
          <div class="nhsuk-card nhsuk-card--warning">
            <div class="nhsuk-card__content">
              <AdvicePart
                advice={words.worry}
                fill={fill}
                first={words.worry.urgent}
                last={words.worry.notHere}
              />
            </div>
          </div>
          <ReadPart words={words.read} readBy={props.readBy} fill={fill} />
          <RolePrintCard
            name={role.name}
            words={words.card}
            qrSvg={props.qrSvg}
            address={props.address}
          />
        </div>
      </div>
    </>
  )
}

type Fill = (sentence: string) => string

function RegisterPart({
  role,
  words,
  fill,
}: Pick<RolePageProps, 'role' | 'words'> & { readonly fill: Fill }) {
  return (
    <>
      <h2 class="nhsuk-heading-l">{words.register.heading}</h2>
      <p>
        {words.register.registeredProfessional}{' '}
        <strong>{role.registeredTitle.toLowerCase()}</strong>.
      </p>
      <p>
        {words.register.free} <a href={role.registerAddress}>{fill(words.register.link)}</a>
      </p>
      <p>{words.register.supportWorker}</p>
    </>
  )
}

interface AdvicePartProps {
  readonly advice: Advice
  readonly fill: Fill
  readonly first?: string | undefined
  readonly last?: string | undefined
}

function AdvicePart({ advice, fill, first, last }: AdvicePartProps) {
  const inCard = first !== undefined
  return (
    <>
      <h2 class={inCard ? 'nhsuk-card__heading nhsuk-heading-m' : 'nhsuk-heading-l'}>
        {advice.heading}
      </h2>
      {first !== undefined && (
        <p>
          <strong>{first}</strong>
        </p>
      )}
      <p>{advice.intro}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {advice.points.map((point) => (
          <li key={point}>{fill(point)}</li>
        ))}
      </ul>
      {last !== undefined && <p>{last}</p>}
    </>
  )
}

interface ReadPartProps {
  readonly words: RoleWords['read']
  readonly readBy: readonly string[]
  readonly fill: Fill
}

function ReadPart({ words, readBy, fill }: ReadPartProps) {
  return (
    <div class="nhsuk-inset-text">
      <h2 class="nhsuk-heading-m">{words.heading}</h2>
      <p>{fill(readBy.length === 0 ? words.nobody : words.readers)}</p>
      {readBy.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {readBy.map((reader) => (
            <li key={reader}>{reader}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
