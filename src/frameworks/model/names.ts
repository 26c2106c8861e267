/** The slugs of a framework in words that people read. */
import type {
  Edition,
  LevelSlug,
  PartySlug,
  SectorSlug,
  SettingSlug,
  Variant,
} from './framework.ts'

export function levelName(edition: Pick<Edition, 'levels'>, slug: LevelSlug): string {
  return edition.levels.find((level) => level.slug === slug)?.name ?? slug
}

export function pillarName(edition: Pick<Edition, 'pillars'>, slug: string): string {
  return edition.pillars.find((pillar) => pillar.slug === slug)?.name ?? slug
}

export function professionName(edition: Pick<Edition, 'roles'>, slug: string): string {
  return edition.roles.find(({ profession }) => profession === slug)?.name ?? slug
}

export const partyNames: Readonly<Record<PartySlug, string>> = {
  person: 'the person',
  family: 'their family',
  'unpaid-carer': 'unpaid carers',
  'paid-carer': 'paid carers',
  colleague: 'colleagues',
  learner: 'learners',
  public: 'the public',
}

export const sectorNames: Readonly<Record<SectorSlug, string>> = {
  nhs: 'the NHS',
  'social-care': 'social care',
  voluntary: 'charities and the voluntary sector',
  education: 'schools and colleges',
  justice: 'prisons and justice services',
}

export const nationNames: Readonly<Record<NonNullable<Variant['nation']>, string>> = {
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern-ireland': 'Northern Ireland',
}

export const settingNames: Readonly<Record<SettingSlug, string>> = {
  home: "people's homes",
  community: 'the community',
  'care-home': 'care homes',
  clinic: 'clinics',
  ward: 'wards',
  theatre: 'operating theatres',
  school: 'schools',
  prison: 'prisons',
  vehicle: 'ambulances and cars',
}

/** "In social care", "In Wales", "In social care in Wales". */
export function variantName({ sector, nation }: Variant): string {
  const places = [
    ...(sector === undefined ? [] : [sectorNames[sector]]),
    ...(nation === undefined ? [] : [nationNames[nation]]),
  ]
  return `In ${places.join(' in ')}`
}

/** "a", "a and b", "a, b and c". */
export function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
