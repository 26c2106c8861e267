/** `lanyard consultation import FILE`: reads a plain-text response and keeps it. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { paths } from '../paths.ts'
import { AlreadyImported, importer, importResponse } from './consultations-actions.ts'
import { readConsultations } from './consultations-content.ts'
import type { Consultation } from './model/consultation.ts'
import { countResponse } from './model/count-response.ts'
import { largestResponse } from './model/decode-utf8.ts'
import { type ReadResponse, readResponse } from './model/read-response.ts'
import { longestRespondent, respondentName } from './respondent.ts'
import { anchorStates, answerStates } from './state-words.ts'

const usage = `Use: lanyard consultation import FILE [--json] [--respondent NAME] [--dry-run]
  FILE                a response as plain text, UTF-8, up to 1 MB
  --json              prints the questions, answers and anchors, and nothing else
  --respondent NAME   who sent it, up to ${longestRespondent} characters; the name of the file unless said
  --dry-run           reads it and keeps nothing
`

type Env = Record<string, string | undefined>

interface Asked {
  readonly file: string
  readonly json: boolean
  readonly dryRun: boolean
  readonly respondent: string
}

/** Exit code 0 when it is there, 1 when it cannot be imported, 2 for wrong use. */
export async function consultationCommand(args: string[], env: Env): Promise<number> {
  const asked = readArguments(args)
  if (asked === undefined) return fail(usage, 2)
  const bytes = await readFirstBytes(asked.file)
  if (bytes === undefined) {
    return fail(`${asked.file} could not be read: check its name and that you may read it.\n`, 1)
  }
  const [consultation] = readConsultations()
  if (consultation === undefined)
    return fail('There is no consultation in the content folder.\n', 1)
  const read = readResponse(bytes, consultation)
  if (!read.ok) {
    const faults = read.findings.map(
      ({ message }) => `${asked.file}: ${message}. Nothing was kept.\n`,
    )
    return fail(faults.join(''), 1)
  }
  const kept = asked.dryRun ? undefined : await keep(asked, bytes, consultation, env)
  process.stdout.write(asked.json ? inJson(read.response) : inWords(read.response, asked, kept))
  return 0
}

function fail(words: string, code: 1 | 2): number {
  process.stderr.write(words)
  return code
}

function readArguments([verb, ...args]: string[]): Asked | undefined {
  if (verb !== 'import') return undefined
  const options = {
    json: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    respondent: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...more] = positionals
    if (file === undefined || file === '' || more.length > 0) return undefined
    const respondent = respondentName(values.respondent ?? basename(file))
    if (respondent === '' || respondent.length > longestRespondent) return undefined
    return { file, json: values.json, dryRun: values['dry-run'], respondent }
  } catch {
    // An option that is not ours: the usage says which are.
    return undefined
  }
}

/** No more than tells that it is too large. */
async function readFirstBytes(file: string): Promise<Uint8Array | undefined> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of createReadStream(file, { end: largestResponse })) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch {
    return undefined
  }
}

/** Gives the address of the response, which was there before where the same text was. */
async function keep(
  { respondent }: Asked,
  bytes: Uint8Array,
  consultation: Consultation,
  env: Env,
): Promise<string> {
  const { db, close } = await openDatabase({ ...readConfig(env), say })
  const { slug } = consultation.questionnaire
  try {
    const imported = await importResponse(db, importer, { consultation, bytes, respondent })
    if (!imported.ok) throw new Error('What could be read a moment ago could not be read again')
    return paths.consultationResponse(slug, imported.id)
  } catch (error) {
    if (!(error instanceof AlreadyImported)) throw error
    say(error.message)
    return paths.consultationResponse(slug, error.id)
  } finally {
    await close()
  }
}

function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

function inJson({ preamble, questions }: ReadResponse): string {
  const shown = questions.map(({ number, heading, text, state, paragraphs, anchors }) => ({
    number,
    heading,
    text,
    state,
    paragraphs,
    anchors: anchors.map(({ quote, kind, target, state }) => ({ quote, kind, target, state })),
  }))
  return `${JSON.stringify({ preamble, questions: shown }, null, 2)}\n`
}

function inWords(response: ReadResponse, { file }: Asked, kept: string | undefined): string {
  const figures = countResponse(response)
  const answers = Object.entries(figures.byAnswer).map(
    // Its keys are those of the words.
    ([state, count]) => `  ${answerStates[state as keyof typeof answerStates]}: ${count}`,
  )
  const anchors = Object.entries(figures.byAnchor).map(
    // Its keys are those of the words.
    ([state, count]) => `  ${anchorStates[state as keyof typeof anchorStates]}: ${count}`,
  )
  return [
    `${file}: ${figures.paragraphs} paragraphs, and ${response.preamble.length} before the first question. None is lost.`,
    `${figures.questions} questions`,
    ...answers,
    `${figures.anchors} places that the answers point at`,
    ...anchors,
    kept === undefined ? 'A dry run: nothing was kept.' : `Read it at ${kept}`,
    '',
  ].join('\n')
}
