/** What a team that shares has coming up, and how many of it hold each statement. No figure of a person. */
import type { Domain, Edition, Statement } from '../../../frameworks/model/framework.ts'
import type { SharedStanding } from './shared-standing.ts'

export interface TeamMember {
  readonly id: string
  readonly name: string
  readonly at: Date
  /** YYYY-MM-DD */
  readonly endsOn: string
  readonly shared: SharedStanding
}

export interface ComingUp {
  readonly personId: string
  readonly name: string
  /** "3.9 Communication" */
  readonly section: string
  /** YYYY-MM-DD: the first day on which something in the section is due. */
  readonly until: string
  readonly past: boolean
}

const pageLength = 20

/** The people of one page, by name. */
export function pageOf(members: readonly TeamMember[], wanted: number) {
  const pages = Math.max(1, Math.ceil(members.length / pageLength))
  const page = Math.min(Math.max(1, wanted || 1), pages)
  return { shown: members.slice((page - 1) * pageLength, page * pageLength), page, pages }
}

/** Whom one page names: its own people, and whoever has something coming up. */
export function namedOn(members: readonly TeamMember[], wanted: number): TeamMember[] {
  const { shown } = pageOf(members, wanted)
  return members.filter((member) => shown.includes(member) || comingUpOf(member).length > 0)
}

/** Those who share each statement: figures are counted of them alone. */
export function countedOf(members: readonly TeamMember[]): TeamMember[] {
  return members.filter(({ shared }) => shared.statements !== undefined)
}

/**
 * Month by month, and in a month by name. What is past its date comes last, by name too: who has
 * waited longest is not the first on any list. Of those who share each statement.
 */
export function listComingUp(members: readonly TeamMember[]): ComingUp[] {
  return members
    .flatMap(comingUpOf)
    .sort((one, other) => key(one).localeCompare(key(other), 'en-GB'))
}

const key = ({ past, until, name, personId, section }: ComingUp) =>
  [past ? 'z' : until.slice(0, 7), name, personId, section].join(' ')

function comingUpOf({ id, name, shared: { statements = [] } }: TeamMember): ComingUp[] {
  const due = statements.flatMap(({ section, state, until }) =>
    until !== undefined && (state === 'due-soon' || state === 'lapsed')
      ? [{ personId: id, name, section, until, past: state === 'lapsed' }]
      : [],
  )
  return [...Map.groupBy(due, ({ section }) => section).values()].flatMap((inSection) =>
    inSection.sort((one, other) => one.until.localeCompare(other.until)).slice(0, 1),
  )
}

export interface ToConfirm {
  readonly people: number
  /** YYYY-MM-DD: the first day by which somebody confirms something again. */
  readonly by: string
}

/** Of those who share each statement: undefined where nobody has anything to confirm again. */
export function countToConfirm(members: readonly TeamMember[]): ToConfirm | undefined {
  const days = members.map(({ shared: { statements = [] } }) =>
    statements.flatMap(({ confirmBy }) => confirmBy ?? []),
  )
  const [by] = days.flat().sort()
  if (by === undefined) return undefined
  return { people: days.filter((some) => some.length > 0).length, by }
}

export interface ComingUpMonth {
  /** YYYY-MM, or 'past' for all that is past its date. */
  readonly month: string
  /** By name. */
  readonly people: readonly (readonly ComingUp[])[]
}

/** Month by month, one line a person. */
export function groupByMonth(comingUp: readonly ComingUp[]): ComingUpMonth[] {
  const months = Map.groupBy(comingUp, ({ until, past }) => (past ? 'past' : until.slice(0, 7)))
  return [...months].map(([month, due]) => ({
    month,
    people: [...Map.groupBy(due, ({ personId }) => personId).values()],
  }))
}

export interface StatementFigure {
  readonly statement: Statement
  /** People who share each statement and are at its level, in a profession that it is for. */
  readonly wanted: number
  readonly held: number
}

export interface DomainFigures {
  readonly domain: Domain
  readonly figures: readonly StatementFigure[]
}

/** In the framework's order; without what nobody who shares each statement would be asked. */
export function countByStatement(
  edition: Edition,
  members: readonly TeamMember[],
): DomainFigures[] {
  const wanted = new Map<string, number>()
  const held = new Map<string, number>()
  for (const { code, state } of members.flatMap(({ shared }) => shared.statements ?? [])) {
    wanted.set(code, (wanted.get(code) ?? 0) + 1)
    if (state === 'held' || state === 'due-soon') held.set(code, (held.get(code) ?? 0) + 1)
  }
  return edition.domains
    .map((domain) => ({
      domain,
      figures: domain.sections
        .flatMap(({ statements }) => statements)
        .filter(({ code }) => wanted.has(code))
        .map((statement) => ({
          statement,
          wanted: wanted.get(statement.code) ?? 0,
          held: held.get(statement.code) ?? 0,
        })),
    }))
    .filter(({ figures }) => figures.length > 0)
}

/** Below it, a figure about people does not leave their team. */
const smallest = 5

/**
 * Whether so many of so many may be told outside the team: neither those who hold it nor the others
 * are so few that they could be picked out, and one cannot be worked out from the other.
 */
export function mayLeaveTeam({ wanted, held }: Pick<StatementFigure, 'wanted' | 'held'>): boolean {
  return wanted >= smallest && held >= smallest && wanted - held >= smallest
}

/** What is told outside the team. */
export function figureOutside(figure: Pick<StatementFigure, 'wanted' | 'held'>): {
  readonly wanted: string
  readonly held: string
} {
  const few = `fewer than ${smallest}`
  if (figure.wanted < smallest) return { wanted: few, held: 'not shown' }
  return {
    wanted: String(figure.wanted),
    held: mayLeaveTeam(figure) ? String(figure.held) : 'not shown',
  }
}
