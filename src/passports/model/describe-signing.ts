/** A signing as the facts of a credential: exact wording, permanent addresses, and no more. */
import type { AchievementFacts } from '../../credentials/model/achievement-credential.ts'
import { type Edition, editionRef, type Section } from '../../frameworks/model/framework.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { levelName } from '../../frameworks/model/names.ts'
import { dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { methodNames, type SecondAnswer, type Signing, type SignOff } from './signing.ts'

export type SigningFacts = Omit<
  AchievementFacts,
  'id' | 'issuer' | 'holder' | 'issuedAt' | 'revocation' | 'suspension'
>

export type DescribedSigning = Pick<
  Signing,
  'section' | 'level' | 'method' | 'assessedOn' | 'setting' | 'reviewOn' | 'shown'
> & {
  readonly signOffs?: readonly Pick<SignOff, 'code' | 'parts' | 'second'>[] | undefined
  readonly second?: SecondAnswer | undefined
}

export function describeSigning(
  signing: DescribedSigning,
  {
    edition,
    codes,
    baseUrl,
  }: { readonly edition: Edition; readonly codes: readonly string[]; readonly baseUrl: string },
): SigningFacts {
  const { section } = findSection(edition, signing.section)
  const title = `${section.code} ${section.title}: ${levelName(edition, signing.level)}`
  const ref = editionRef(edition)
  const { assessor, identityCheck } = signing.shown
  return {
    reviewOn: signing.reviewOn,
    title,
    achievement: {
      id: `${baseUrl}${paths.section(ref, section.code)}#${signing.level}`,
      name: title,
      description: `${inCount(codes.length)} of the ${edition.title}, ${edition.version}, confirmed by a named assessor.`,
      criteria: criteriaOf(signing, codes),
      notice: edition.notice,
    },
    statements: confirmedStatements(section, codes).map(({ code, text }) => ({
      code,
      name: `${code} ${section.title}`,
      text,
      address: `${baseUrl}${paths.statement(ref, code)}`,
      framework: `${edition.title}, ${edition.version}`,
    })),
    assessor,
    second: secondOf(signing, codes),
    assessment: {
      method: methodNames[signing.method],
      on: signing.assessedOn,
      setting: signing.setting,
    },
    identityCheck,
  }
}

function secondOf({ second, signOffs = [] }: DescribedSigning, codes: readonly string[]) {
  const confirmed = signOffs
    .filter(({ code, second }) => second === 'confirmed' && codes.includes(code))
    .map(({ code }) => code)
  if (second === undefined || confirmed.length === 0) return undefined
  return { ...second.shown, on: dayOf(second.at), codes: confirmed }
}

/** In the order of the framework, whatever the order of the codes. */
export function confirmedStatements(section: Section, codes: readonly string[]) {
  return section.statements.filter(({ code }) => codes.includes(code))
}

function criteriaOf(signing: DescribedSigning, codes: readonly string[]): string {
  const { shown, assessedOn, method, signOffs = [] } = signing
  const seen = signOffs
    .filter(({ code, parts = [] }) => codes.includes(code) && parts.length > 0)
    .map(({ code, parts = [] }) => ` Seen of ${code}: ${parts.join('; ')}.`)
  return `${shown.assessor.name} of ${shown.organisation} confirmed each statement named here on ${dayInWords(assessedOn)}. ${methodNames[method]}.${seen.join('')}`
}

function inCount(count: number): string {
  return count === 1 ? 'One statement' : `${count} statements`
}
