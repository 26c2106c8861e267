/** The nouns of a capability framework, as one edition holds them. */

export const levelSlugs = ['entry', 'intermediate', 'assistant-practitioner'] as const
export type LevelSlug = (typeof levelSlugs)[number]

export const pillarSlugs = [
  'professional-practice',
  'facilitation-of-learning',
  'leadership',
  'evidence-research-development',
] as const
export type PillarSlug = (typeof pillarSlugs)[number]

export const partySlugs = [
  'person',
  'family',
  'unpaid-carer',
  'paid-carer',
  'colleague',
  'learner',
  'public',
] as const
export type PartySlug = (typeof partySlugs)[number]

export const sectorSlugs = ['nhs', 'social-care', 'voluntary', 'education', 'justice'] as const
export type SectorSlug = (typeof sectorSlugs)[number]

export const nationSlugs = ['england', 'scotland', 'wales', 'northern-ireland'] as const
export type NationSlug = (typeof nationSlugs)[number]

export const settingSlugs = [
  'home',
  'community',
  'care-home',
  'clinic',
  'ward',
  'theatre',
  'school',
  'prison',
  'vehicle',
] as const
export type SettingSlug = (typeof settingSlugs)[number]

export const audienceSlugs = [
  'support-worker',
  'registered-professional',
  'manager',
  'education-provider',
  'workforce-lead',
  'person-who-accesses-services',
] as const
export type AudienceSlug = (typeof audienceSlugs)[number]

export type EditionStatus = 'draft' | 'in-consultation' | 'published'

/** Wording for a sector or a nation where its values or words differ (R41). */
export interface Variant {
  readonly sector?: SectorSlug | undefined
  readonly nation?: NationSlug | undefined
  readonly text: string
}

/** Several things asked by one statement: all of them, or any one of them (R36). */
export type Requires = { readonly all: readonly string[] } | { readonly any: readonly string[] }

/** The wording of one capability at one level. Its level is the end of its code. */
export interface Statement {
  readonly code: string
  readonly capability: string
  readonly text: string
  readonly pillars: readonly PillarSlug[]
  /** Empty means every profession. */
  readonly professions: readonly string[]
  readonly parties: readonly PartySlug[]
  /** Empty means every setting. */
  readonly settings: readonly SettingSlug[]
  readonly variants: readonly Variant[]
  readonly requires?: Requires | undefined
  readonly example?: string | undefined
  readonly highRisk: boolean
}

export interface Section {
  readonly code: string
  readonly title: string
  /** The code of the HEE 2021 framework that this section keeps, where that code is certain. */
  readonly cites?: string | undefined
  readonly about?: string | undefined
  readonly statements: readonly Statement[]
}

export interface Domain {
  readonly number: number
  readonly title: string
  readonly purpose: string
  readonly sections: readonly Section[]
}

export interface Level {
  readonly slug: LevelSlug
  readonly name: string
  readonly summary: string
  readonly education: readonly string[]
  readonly experience: readonly string[]
  readonly values: readonly string[]
}

export interface Pillar {
  readonly slug: PillarSlug
  readonly name: string
  readonly meaning: string
}

export interface PartSection {
  readonly id: string
  readonly heading: string
  readonly audience?: AudienceSlug | undefined
  readonly paragraphs: readonly string[]
  readonly points: readonly string[]
}

export interface Part {
  readonly number: number
  readonly title: string
  readonly sections: readonly PartSection[]
}

export interface GlossaryEntry {
  readonly term: string
  /** Other forms of the term that mean the same and are linked to it. */
  readonly forms: readonly string[]
  readonly meaning: string
  /** Groups that the term takes in (R39). */
  readonly includes: readonly string[]
}

/** One word for one thing, with its owner and its reader (R44). */
export interface PreferredTerm {
  readonly use: string
  readonly insteadOf: readonly string[]
  readonly because: string
  readonly owner: string
  readonly audience: string
}

export interface RoleExample {
  readonly level: LevelSlug
  /** What the person gets to do, what the support worker brings, how the registrant is involved. */
  readonly person: string
  readonly supportWorker: string
  readonly registeredProfessional: string
}

export interface ProfessionRole {
  readonly profession: string
  readonly name: string
  readonly registeredTitle: string
  readonly supportTitles: readonly string[]
  readonly regulator: string
  readonly registerAddress: string
  /** Said where a profession has few support roles. */
  readonly fewRoles?: string | undefined
  readonly about: string
  readonly supportWorkerDoes: readonly string[]
  readonly registeredProfessionalDoes: readonly string[]
  readonly examples: readonly RoleExample[]
}

/** Who may approve how others relate to a framework: a nation's own owner, or one of its sectors (R26). */
export const scopeNations = [...nationSlugs, 'united-kingdom'] as const
export type ScopeNation = (typeof scopeNations)[number]

/** What is known of a framework that stands here as a list of codes and titles alone. */
export interface Skeleton {
  /** Whose framework it is, in words. */
  readonly owner: string
  readonly nation: ScopeNation
  /** Left out where it is for every sector. */
  readonly sector?: SectorSlug | undefined
  /** Which edition of it was listed, in words. */
  readonly edition: string
  /** Where we read about it. */
  readonly source: string
  /** ISO date on which a person last looked. */
  readonly checkedOn: string
  readonly licence: string
  /** Whose the codes are: the publisher's, or ours for finding the way. */
  readonly codes: string
  /** What its numbered parts are called, such as "standards". */
  readonly divisions: string
}

export interface Edition {
  readonly slug: string
  readonly version: string
  readonly title: string
  readonly status: EditionStatus
  /** ISO date of publication. */
  readonly published?: string | undefined
  readonly steward: string
  /** Whose framework this is and is not: shown on every page, export and credential of it. */
  readonly notice: string
  /** Set on a draft or skeleton that readers must not take for the real thing. */
  readonly label?: string | undefined
  readonly summary: string
  readonly skeleton?: Skeleton | undefined
  readonly levels: readonly Level[]
  readonly pillars: readonly Pillar[]
  readonly parts: readonly Part[]
  readonly domains: readonly Domain[]
  readonly roles: readonly ProfessionRole[]
  readonly glossary: readonly GlossaryEntry[]
  readonly terms: readonly PreferredTerm[]
}

/** The statement's level, read off the end of its code: `3.9.2-assistant-practitioner`. */
export function levelOf(code: string): LevelSlug | undefined {
  return levelSlugs.find((level) => code.endsWith(`-${level}`))
}

/** What a code begins with at every level: `3.9.2` of `3.9.2-entry`. */
export function withoutLevel(code: string): string {
  const level = levelOf(code)
  return level === undefined ? code : code.slice(0, -level.length - 1)
}

/** `slug/version`, which is how an edition is named in addresses, commands and tables. */
export function editionRef(edition: Pick<Edition, 'slug' | 'version'>): string {
  return `${edition.slug}/${edition.version}`
}

export function statementsOf(edition: Pick<Edition, 'domains'>): Statement[] {
  return edition.domains.flatMap((domain) =>
    domain.sections.flatMap((section) => section.statements),
  )
}
