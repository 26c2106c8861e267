/** What a provider offers to learn, and which statements it covers. */
import type { LevelSlug } from '../../../frameworks/model/framework.ts'

export const courseModes = ['in-person', 'online', 'mixed'] as const
export type CourseMode = (typeof courseModes)[number]

export const modeNames: Readonly<Record<CourseMode, string>> = {
  'in-person': 'In person',
  online: 'Online',
  mixed: 'Some online, some in person',
}

export const courseLevels = ['any', 'entry', 'intermediate', 'assistant-practitioner'] as const
export type CourseLevel = LevelSlug | 'any'

export const courseLevelNames: Readonly<Record<CourseLevel, string>> = {
  any: 'Any level',
  entry: 'Entry',
  intermediate: 'Intermediate',
  'assistant-practitioner': 'Assistant practitioner',
}

export const courseNations = [
  'england',
  'wales',
  'scotland',
  'northern-ireland',
  'united-kingdom',
] as const
export type CourseNation = (typeof courseNations)[number]

export const nationNames: Readonly<Record<CourseNation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  'united-kingdom': 'Anywhere in the UK',
}

export interface CourseDraft {
  readonly title: string
  readonly summary: string | null
  readonly codes: readonly string[]
  readonly level: CourseLevel
  readonly mode: CourseMode
  readonly place: string | null
  readonly nation: CourseNation
  readonly minutes: number
  readonly pence: number
  /** YYYY-MM-DD. Without it, somebody can start at any time. */
  readonly starts_on: string | null
  /** YYYY-MM-DD: the last day to ask for it. */
  readonly listed_until: string
  readonly link: string | null
}

export interface Course extends CourseDraft {
  readonly id: string
  readonly organisation: string
  readonly provider: string
  readonly edition: string
  readonly removed: boolean
}

/** May somebody still ask for it? */
export function isListed({ removed, listed_until, starts_on }: Course, today: string): boolean {
  return !removed && listed_until >= today && (starts_on === null || starts_on >= today)
}

/** What is the same course: a database index says so too. */
export function keyOfCourse({
  title,
  mode,
  place,
  starts_on,
}: Pick<CourseDraft, 'title' | 'mode' | 'place' | 'starts_on'>): string {
  return [title.toLowerCase(), mode, (place ?? '').toLowerCase(), starts_on ?? ''].join('\n')
}

/** Who may fill the catalogue: those who teach or employ, and not those who keep the framework. */
export function offersLearning(kind: string): boolean {
  return !['steward', 'framework-owner'].includes(kind)
}

export function costInWords(pence: number): string {
  if (pence === 0) return 'Free'
  const pounds = (pence / 100).toLocaleString('en-GB', {
    minimumFractionDigits: pence % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })
  return `£${pounds}`
}

export function hoursInWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`
  const hours = Math.round(minutes / 6) / 10
  return hours === 1 ? '1 hour' : `${hours.toLocaleString('en-GB')} hours`
}
