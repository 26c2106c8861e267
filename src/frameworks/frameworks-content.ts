/** Reads an edition from its folder of content files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ContentFault, type ContentFile, readContent } from '../content/read-content.ts'
import type { Finding } from '../finding.ts'
import { amendmentsFile } from './amendments-schema.ts'
import {
  derivedEditionFile,
  domainFile,
  editionFile,
  glossaryFile,
  partsFile,
  rolesFile,
} from './edition-schema.ts'
import { applyAmendments, undoAmendments } from './model/apply-amendments.ts'
import { checkEdition } from './model/check-edition.ts'
import type { Derivation } from './model/derivation.ts'
import type { Domain, Edition } from './model/framework.ts'

export const frameworksFolder = fileURLToPath(new URL('../../content/frameworks', import.meta.url))

/** The `slug/version` of every edition in the content folder. */
export function listEditionFolders(folder = frameworksFolder): string[] {
  return readdirSync(folder).flatMap((slug) =>
    readdirSync(join(folder, slug))
      .filter((version) => existsSync(join(folder, slug, version, 'edition.yaml')))
      .map((version) => `${slug}/${version}`),
  )
}

/** Where the files of an edition come from: a folder of ours, or one that somebody sends. */
export interface EditionSource {
  readonly names: readonly string[]
  /** Throws ContentFault. */
  readonly read: <T>(name: string, schema: Parameters<typeof readContent<T>>[1]) => ContentFile<T>
}

/** Reads and checks an edition that stands in its own files. Throws ContentFault with every fault. */
export function readEdition(folder: string): Edition {
  return readEditionFrom({
    names: readdirSync(folder),
    read: (name, schema) => readContent(join(folder, name), schema),
  })
}

/** Throws ContentFault with every fault. */
export function readEditionFrom(source: EditionSource): Edition {
  const domains = source.names
    .filter((name) => /^domain-\d+\.yaml$/.test(name))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  const faults: Finding[] = []
  const read = <T>(name: string, schema: Parameters<typeof readContent<T>>[1]) =>
    collect(faults, () => source.read<T>(name, schema))
  const optional = <T>(name: string, schema: Parameters<typeof readContent<T>>[1]) =>
    source.names.includes(name) ? read<T>(name, schema) : undefined
  const edition = read('edition.yaml', editionFile)
  const domainFiles = domains.map((name) => read<Domain>(name, domainFile))
  const parts = optional('parts.yaml', partsFile)
  const glossary = optional('glossary.yaml', glossaryFile)
  const roles = optional('roles.yaml', rolesFile)
  if (faults.length > 0 || edition === undefined) throw new ContentFault(faults)
  const read_ = domainFiles.flatMap((file) => (file === undefined ? [] : [file]))
  const value: Edition = {
    ...edition.value,
    parts: parts?.value.parts ?? [],
    domains: read_.map((file) => file.value),
    roles: roles?.value.roles ?? [],
    glossary: glossary?.value.glossary ?? [],
    terms: glossary?.value.terms ?? [],
  }
  const findings = checkEdition(value)
  if (findings.length === 0) return value
  throw new ContentFault(findings.map((finding) => located(finding, read_)))
}

function collect<T>(faults: Finding[], read: () => ContentFile<T>): ContentFile<T> | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error
    faults.push(...error.findings)
    return undefined
  }
}

/** Puts file and line in place of `statement/7.1-entry` or `section/7.1`. */
function located(finding: Finding, domains: readonly ContentFile<Domain>[]): Finding {
  for (const { value, whereIs } of domains) {
    for (const [index, section] of value.sections.entries()) {
      if (finding.at === `section/${section.code}`) {
        return { ...finding, at: whereIs(['sections', index, 'code']) }
      }
      const held = section.statements.findLastIndex(
        ({ code }) => finding.at === `statement/${code}`,
      )
      if (held >= 0) {
        return { ...finding, at: whereIs(['sections', index, 'statements', held, 'code']) }
      }
    }
  }
  return finding
}

export interface EditionContent {
  readonly edition: Edition
  readonly derivation?: Derivation | undefined
}

/** Every edition of the content folder, read and checked. Throws ContentFault with every fault. */
export function readFrameworks(folder = frameworksFolder): EditionContent[] {
  const faults: Finding[] = []
  const editions = listEditionFolders(folder).flatMap((ref) => {
    try {
      return [readEditionContent(ref, folder)]
    } catch (error) {
      if (!(error instanceof ContentFault)) throw error
      faults.push(...error.findings)
      return []
    }
  })
  if (faults.length > 0) throw new ContentFault(faults)
  return editions
}

/** One edition by its `slug/version`, whether it stands in its own files or is derived. */
export function readEditionContent(ref: string, folder = frameworksFolder): EditionContent {
  const editionFolder = join(folder, ref)
  if (!isDerived(editionFolder)) return { edition: readEdition(editionFolder) }
  const { value: head } = readContent(join(editionFolder, 'edition.yaml'), derivedEditionFile)
  const { amendments } = readContent(join(editionFolder, head.amendments), amendmentsFile).value
  const later = readEdition(join(folder, head.slug, head.derivedFrom))
  const undone = undoAmendments(later, amendments)
  if (!undone.ok) {
    const file = `${ref}/${head.amendments}`
    throw new ContentFault(
      undone.findings.map((found) => ({ ...found, at: `${file} ${found.at}` })),
    )
  }
  const { slug, version, status, label, pages } = head
  const { published: _, ...earlier } = undone.edition
  return {
    edition: { ...earlier, slug, version, status, label },
    derivation: { leadsTo: head.derivedFrom, amendments, pages },
  }
}

function isDerived(folder: string): boolean {
  const file = join(folder, 'edition.yaml')
  return existsSync(file) && /^derived-from:/m.test(readFileSync(file, 'utf8'))
}

/** The edition that a draft leads to, by replaying its amendments. Throws ContentFault. */
export function replay({ edition, derivation }: EditionContent, later: Edition): Edition {
  const { slug, version, status, published, label } = later
  const replayed = applyAmendments(edition, derivation?.amendments ?? [])
  if (!replayed.ok) throw new ContentFault(replayed.findings)
  return { ...replayed.edition, slug, version, status, published, label }
}
