/** `lanyard framework …`: show, check, format and list the editions of the content folder. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkEdition } from './check-commands.ts'
import { editionFiles } from './edition-yaml.ts'
import { frameworksFolder, listEditionFolders, readEditionContent } from './frameworks-content.ts'
import { statementsOf } from './model/framework.ts'
import { showEdition } from './model/show-edition.ts'

const usage = `Use:
  lanyard framework list                     the editions that there are
  lanyard framework show SLUG/VERSION        what it holds, in short (--json: all of it)
  lanyard framework check SLUG/VERSION       every fault, with where it is and what to write
                                             (the same as: lanyard check SLUG/VERSION)
  lanyard framework format SLUG/VERSION      writes its files in the canonical form
`

/** Gives the exit code. */
export function frameworkCommand(args: readonly string[]): number {
  const [verb, ref] = args.filter((arg) => !arg.startsWith('--'))
  if (verb === 'list') return print(listEditionFolders().join('\n'))
  if (ref === undefined || !listEditionFolders().includes(ref)) return wrongUse(ref)
  switch (verb) {
    case 'show':
      return show(ref, args.includes('--json'))
    case 'check':
      return checkEdition(ref, { json: args.includes('--json') })
    case 'format':
      return format(ref)
    default:
      return wrongUse(undefined)
  }
}

function show(ref: string, json: boolean): number {
  const { edition } = readEditionContent(ref)
  if (json) return print(JSON.stringify(showEdition(edition), null, 2))
  const sections = edition.domains.flatMap((domain) => domain.sections).length
  return print(
    `${edition.title}, ${edition.version} (${edition.status})\n` +
      `${edition.domains.length} domains, ${sections} sections, ` +
      `${statementsOf(edition).length} statements\n${edition.notice}`,
  )
}

function format(ref: string): number {
  const { edition, derivation } = readEditionContent(ref)
  if (derivation !== undefined) {
    process.stderr.write(`${ref} is derived: format ${edition.slug}/${derivation.leadsTo}\n`)
    return 1
  }
  for (const [name, text] of editionFiles(edition)) {
    writeFileSync(join(frameworksFolder, ref, name), text)
  }
  return 0
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function wrongUse(ref: string | undefined): number {
  const there = listEditionFolders().join(', ')
  process.stderr.write(ref === undefined ? usage : `There is no ${ref}. There are: ${there}\n`)
  return 2
}
