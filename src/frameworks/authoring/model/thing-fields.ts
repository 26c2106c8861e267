/** What a writer is asked about each kind of thing, in the order of reading. */

import type { TextKind } from '../../model/check-typed-text.ts'
import {
  audienceSlugs,
  nationSlugs,
  partySlugs,
  pillarSlugs,
  sectorSlugs,
  settingSlugs,
} from '../../model/framework.ts'
import { nationNames, partyNames, sectorNames, settingNames } from '../../model/names.ts'
import type { ThingKind } from './draft-thing.ts'

type FieldShape =
  | 'line'
  | 'text'
  /** Texts with a blank line between them. */
  | 'texts'
  /** Short texts, one a line. */
  | 'lines'
  | 'choice'
  | 'choices'
  /** Of the professions that the draft has role examples for. */
  | 'professions'
  | 'yes'
  | 'requires'
  | 'variants'
  | 'examples'

export interface Offered {
  readonly value: string
  readonly text: string
}

export interface ThingField {
  /** As the thing's value has it. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly shape: FieldShape
  readonly optional?: boolean | undefined
  /** Of the whole of it, as it is typed. */
  readonly kind: TextKind
  readonly offered?: readonly Offered[] | undefined
}

/** Of each text, where a field holds several. */
export const kindWithin: Readonly<Partial<Record<FieldShape, TextKind>>> = {
  texts: 'text',
  requires: 'statement',
}

const line = (name: string, label: string, more: Partial<ThingField> = {}): ThingField => ({
  ...{ name, label, shape: 'line', kind: 'line', ...more },
})
const text = (name: string, label: string, more: Partial<ThingField> = {}): ThingField => ({
  ...{ name, label, shape: 'text', kind: 'text', ...more },
})
const blankLine = 'Leave a blank line between two of them.'
const texts = (name: string, label: string, more: Partial<ThingField> = {}): ThingField => ({
  ...{ name, label, shape: 'texts', kind: 'texts', hint: blankLine, ...more },
})
const lines = (name: string, label: string, more: Partial<ThingField> = {}): ThingField => ({
  ...{ name, label, shape: 'lines', kind: 'text', hint: 'One a line.', ...more },
})
const choices = (name: string, label: string, offered: readonly Offered[]): ThingField => ({
  ...{ name, label, shape: 'choices', kind: 'line', offered },
})
const none: Partial<ThingField> = { optional: true }

function offer<Slug extends string>(
  slugs: readonly Slug[],
  names: Readonly<Record<Slug, string>>,
): readonly Offered[] {
  return slugs.map((value) => ({ value, text: names[value] }))
}

const pillarNames = {
  'professional-practice': 'Professional practice',
  'facilitation-of-learning': 'Facilitation of learning',
  leadership: 'Leadership',
  'evidence-research-development': 'Evidence, research and development',
} as const

const audienceNames = {
  'support-worker': 'Support workers',
  'registered-professional': 'Registered professionals',
  manager: 'Managers',
  'education-provider': 'Education providers',
  'workforce-lead': 'Workforce leads',
  'person-who-accesses-services': 'People who access services',
} as const

export const variantOffers = {
  sector: offer(sectorSlugs, sectorNames),
  nation: offer(nationSlugs, nationNames),
}

const ofStatement = { kind: 'statement' } as const

const statementFields: readonly ThingField[] = [
  text('text', 'Statement', {
    ...ofStatement,
    hint: 'One sentence of 8 to 30 words. Begin with what the worker is seen to do.',
  }),
  text('example', 'Example', {
    ...{ ...ofStatement, ...none },
    hint: 'A task and its purpose. Leave it empty if there is none.',
  }),
  choices('pillars', 'Pillars', offer(pillarSlugs, pillarNames)),
  choices('parties', 'With whom, or for whom', offer(partySlugs, partyNames)),
  {
    ...choices('settings', 'Only in these settings', offer(settingSlugs, settingNames)),
    ...{ ...none, hint: 'None ticked means everywhere.' },
  },
  {
    ...{ name: 'professions', label: 'Only for these professions', shape: 'professions' },
    ...{ ...none, kind: 'line', hint: 'None ticked means every profession.' },
  },
  {
    ...{ name: 'requires', label: 'Does it ask for several things?', shape: 'requires' },
    ...{ ...none, kind: 'text' },
  },
  {
    ...{ name: 'variants', label: 'Other words for a sector or a nation', shape: 'variants' },
    ...{ ...none, ...ofStatement },
  },
  { name: 'highRisk', label: 'Harm is likely if it is done wrongly', shape: 'yes', kind: 'line' },
]

export const thingFields: Readonly<Record<ThingKind, readonly ThingField[]>> = {
  edition: [
    line('title', 'Title'),
    text('summary', 'Summary', {
      hint: 'What it is and whom it is for, in two or three sentences.',
    }),
    line('steward', 'Who looks after it'),
    text('notice', 'Whose framework it is, and is not', {
      hint: 'It stands on every page, export and credential, and cannot be left out.',
    }),
  ],
  level: [
    line('name', 'Name'),
    text('summary', 'What somebody does at this level'),
    texts('education', 'Education', none),
    texts('experience', 'Experience', none),
    texts('values', 'Values', none),
  ],
  pillar: [line('name', 'Name'), text('meaning', 'What it means')],
  part: [line('title', 'Title')],
  'part-section': [
    line('heading', 'Heading'),
    {
      ...{ name: 'audience', label: 'Written for', shape: 'choice', kind: 'line' },
      ...{ ...none, offered: offer(audienceSlugs, audienceNames) },
    },
    texts('paragraphs', 'Paragraphs', none),
    texts('points', 'Points of a list', {
      ...none,
      hint: 'They follow the paragraphs. Leave a blank line between two of them.',
    }),
  ],
  domain: [line('title', 'Title'), text('purpose', 'What it is for')],
  section: [
    line('title', 'Title'),
    text('about', 'What it is about', none),
    line('cites', 'Section of the 2021 framework whose number it keeps', {
      ...none,
      hint: 'Only where that number is certain, such as 3.9.',
    }),
  ],
  statement: statementFields,
  glossary: [
    line('term', 'Term'),
    lines('forms', 'Other forms of the term', none),
    text('meaning', 'What it means here'),
    lines('includes', 'Whom or what it takes in', none),
  ],
  term: [
    line('use', 'Use'),
    lines('insteadOf', 'In place of'),
    text('because', 'Because'),
    line('owner', 'Whose rule it is'),
    line('audience', 'For texts that are read by'),
  ],
  role: [
    line('name', 'Profession'),
    line('registeredTitle', 'Title of the registered professional'),
    lines('supportTitles', 'Titles of support workers'),
    line('regulator', 'Regulator'),
    line('registerAddress', 'Web address of the register', { hint: 'It begins with https://' }),
    text('fewRoles', 'Said where there are few support roles', none),
    text('about', 'What the profession does'),
    texts('supportWorkerDoes', 'What the support worker does'),
    texts('registeredProfessionalDoes', 'What the registered professional does'),
    { name: 'examples', label: 'Examples', shape: 'examples', kind: 'text' },
  ],
}
