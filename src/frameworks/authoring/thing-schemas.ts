/** The shape of each kind of thing: the same as in the content files. */
import type { ZodType } from 'zod'
import {
  domainFile,
  editionFile,
  glossaryFile,
  partsFile,
  rolesFile,
  sectionFields,
  statementFields,
} from '../edition-schema.ts'
import type { ThingKind } from './model/draft-thing.ts'

const part = partsFile.shape.parts.element

export const thingSchemas: Readonly<Record<ThingKind, ZodType>> = {
  edition: editionFile.omit({ levels: true, pillars: true }),
  level: editionFile.shape.levels.element,
  pillar: editionFile.shape.pillars.element,
  part: part.omit({ sections: true }),
  'part-section': part.shape.sections.element,
  domain: domainFile.omit({ sections: true }),
  section: sectionFields.omit({ statements: true }),
  statement: statementFields,
  role: rolesFile.shape.roles.element,
  glossary: glossaryFile.shape.glossary.element,
  term: glossaryFile.shape.terms.element,
}
