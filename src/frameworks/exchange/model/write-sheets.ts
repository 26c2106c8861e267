/** An edition's statements, sections and words as rows of cells. */
import {
  type Edition,
  levelOf,
  type Requires,
  type Statement,
  type Variant,
} from '../../model/framework.ts'
import type { Cells, SheetName } from './sheet.ts'

export function writeSheets(
  edition: Pick<Edition, 'domains' | 'glossary' | 'terms'>,
): Readonly<Record<SheetName, readonly Cells[]>> {
  const { domains, glossary, terms } = edition
  return {
    Statements: domains.flatMap(({ sections }) =>
      sections.flatMap(({ code, statements }) =>
        statements.map((statement) => statementCells(code, statement)),
      ),
    ),
    Domains: domains.map(({ number, title, purpose }) => ({
      ...{ Number: String(number), Title: title, Purpose: purpose },
    })),
    Sections: domains.flatMap(({ sections }) =>
      sections.map(({ code, title, cites = '', about = '' }) => ({
        ...{ Code: code, Title: title, Cites: cites, About: about },
      })),
    ),
    Glossary: glossary.map(({ term, forms, meaning, includes }) => ({
      ...{ Term: term, Forms: forms.join('\n'), Meaning: meaning, Includes: includes.join('\n') },
    })),
    Terms: terms.map(({ use, insteadOf, because, owner, audience }) => ({
      ...{ Use: use, 'Instead of': insteadOf.join('\n'), Because: because },
      ...{ Owner: owner, Audience: audience },
    })),
  }
}

function statementCells(section: string, statement: Statement): Cells {
  const { code, capability, text, pillars, parties, professions, settings } = statement
  return {
    ...{ Code: code, Section: section, Level: levelOf(code) ?? '', Capability: capability },
    ...{ Text: text, Pillars: pillars.join(', '), Parties: parties.join(', ') },
    ...{ Professions: professions.join(', '), Settings: settings.join(', ') },
    Example: statement.example ?? '',
    'High risk': statement.highRisk ? 'yes' : '',
    Requires: statement.requires === undefined ? '' : requiresCell(statement.requires),
    Variants: statement.variants.map(variantLine).join('\n'),
  }
}

function requiresCell(requires: Requires): string {
  return 'all' in requires
    ? ['all:', ...requires.all].join('\n')
    : ['any:', ...requires.any].join('\n')
}

function variantLine({ sector, nation, text }: Variant): string {
  return `${[sector, nation].filter((place) => place !== undefined).join(', ')}: ${text}`
}
