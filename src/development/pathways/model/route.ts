/** A way into a job or on to learning, and what each provider asks. Data: nothing here is worked out. */
import type { NationSlug, SettingSlug } from '../../../frameworks/model/framework.ts'
import type { EntryKind } from '../../../passports/model/entry.ts'

export const ways = ['job', 'qualification', 'apprenticeship', 'degree'] as const
export type Way = (typeof ways)[number]

export const wayNames: Readonly<Record<Way, string>> = {
  job: 'Job',
  qualification: 'Qualification',
  apprenticeship: 'Apprenticeship',
  degree: 'Degree',
}

/** What in a passport stands for a rule: any one of these does. */
export type Matcher =
  /** At this level or above, as England, Wales and Northern Ireland number them; 0 for any. */
  | { readonly qualification: number; readonly named?: string | undefined }
  | { readonly apprenticeship: string }
  /** `list/subject` of the catalogue of training. */
  | { readonly training: string }
  | { readonly experience: EntryKind; readonly goingOn?: true | undefined }
  /** A statement of this section of our framework, at any level. */
  | { readonly section: string }

export interface Source {
  readonly source: string
  /** YYYY-MM-DD: when it was read. */
  readonly checkedOn: string
}

export interface Rule {
  readonly rule: string
  readonly text: string
  /** Who says so. */
  readonly provider: string
  readonly nation: NationSlug | 'all'
  /** Empty: nothing in a passport can say, so the provider is asked. */
  readonly counts: readonly Matcher[]
  /** A passport says something of it, and whether that is enough is for the provider to say. */
  readonly partly?: true | undefined
  /** It counts where somebody has it, and nobody has to. */
  readonly mayCount?: true | undefined
  /** What makes it too old to go by, in words: whatever somebody holds, the provider is asked. */
  readonly old?: string | undefined
  /** It tells what is not asked. */
  readonly asksNothing?: true | undefined
  readonly source?: string | undefined
  /** YYYY-MM-DD */
  readonly checkedOn?: string | undefined
  /** An address of this site, where this framework says so. */
  readonly page?: string | undefined
}

export interface Route {
  readonly slug: string
  readonly title: string
  /** As it stands on the map. */
  readonly short: string
  /** Of an apprenticeship standard. */
  readonly reference?: string | undefined
  readonly way: Way
  /** It ends on the register of a profession. */
  readonly preRegistration?: true | undefined
  readonly about: string
  /** For the order on the map alone; the words are what people read. */
  readonly level: { readonly number: number; readonly words: string }
  readonly nations: readonly NationSlug[]
  /** Empty means every profession, and every setting. */
  readonly professions: readonly string[]
  readonly settings: readonly SettingSlug[]
  readonly leadsTo: readonly string[]
  /** What the employer should offer, by its slug. */
  readonly offer?: string | undefined
  readonly career?: { readonly text: string; readonly page: string } | undefined
  readonly standard?: Source | undefined
  /** What makes all of it too old to go by, in words. */
  readonly old?: string | undefined
  readonly rules: readonly Rule[]
  readonly gaps: readonly string[]
}

/** Where people first join. */
export interface EntryPoint {
  readonly point: string
  readonly where: string
  readonly professions: readonly string[]
  readonly settings: readonly SettingSlug[]
  readonly nations: readonly NationSlug[]
  readonly words: string
  readonly route?: string | undefined
  readonly source?: string | undefined
  readonly checkedOn?: string | undefined
}

/** What is not known, for a nation or for some professions. */
export interface Gap {
  readonly nation?: NationSlug | undefined
  readonly professions: readonly string[]
  readonly words: string
}

export interface Pathways {
  readonly title: string
  readonly intro: string
  readonly points: readonly EntryPoint[]
  readonly gaps: readonly Gap[]
  /** By level, then by title. */
  readonly routes: readonly Route[]
}
