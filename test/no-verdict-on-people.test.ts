/** Design rule 11: the registrant judges. Lanyard shows what was signed, and never what to think of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const judging =
  /\b(competent|competence|cleared (to|for|as)|(is|are|been) cleared|unsafe|safe to (work|practi[sc]e|do)|fit to practi[sc]e)\b/i
/** A sentence that says that it is not said. */
const denying = /\b(never|not|no)\b/i

function filesUnder(folder: string, kind: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name) && !name.includes('.test.'))
    .map((name) => join(root, folder, name))
}

/** What a program may say to people: its strings and the text of its pages. */
function sayingsOf(path: string): string[] {
  const said: string[] = []
  new Visitor({
    JSXText: (node) => said.push(node.value),
    Literal: (node) => typeof node.value === 'string' && said.push(node.value),
    TemplateElement: (node) => said.push(node.value.raw),
  }).visit(parseSync(path, readFileSync(path, 'utf8')).program)
  return said
}

function judgements(path: string, sayings: readonly string[]): string[] {
  return sayings
    .flatMap((saying) => saying.split(/(?<=[.!?])\s+/))
    .filter((sentence) => judging.test(sentence) && !denying.test(sentence))
    .map((sentence) => `${relative(root, path)}: ${sentence.trim()}`)
}

describe('words that judge a person', () => {
  it('are used of nobody', () => {
    // What a statement of a framework could say is nobody's yet.
    const isExample = (path: string) => path.includes(join('frameworks', 'model', 'checks'))
    const said = filesUnder('src', /\.tsx?$/).filter((path) => !isExample(path))
    const programs = said.flatMap((path) => judgements(path, sayingsOf(path)))
    const content = ['content/guidance', 'content/demo'].flatMap((folder) =>
      filesUnder(folder, /\.ya?ml$/).flatMap((path) =>
        judgements(path, [readFileSync(path, 'utf8').replaceAll(/\s+/g, ' ')]),
      ),
    )
    expect([...programs, ...content]).toEqual([])
  })

  it('would be found in a page', () => {
    expect(judgements('page', ['She is competent in this.'])).toHaveLength(1)
    expect(judgements('page', ['It never says that she is competent.'])).toEqual([])
  })
})
