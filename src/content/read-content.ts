/** Content files: YAML read against a strict schema, its faults told by file, line and what to write. */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Finding } from '../finding.ts'
import { camelCase, kebabCase } from '../language/letter-case.ts'

/** A content file that cannot be used. Nothing was changed. */
export class ContentFault extends Error {
  override readonly name = 'ContentFault'
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    super(findings.map(({ at, message }) => `${at}: ${message}`).join('\n'))
    this.findings = findings
  }
}

export interface ContentFile<T> {
  readonly value: T
  /** `file:line` of the value at a path of keys and indexes. */
  readonly whereIs: (path: readonly PropertyKey[]) => string
}

/** Reads one file. Keys are kebab-case in the file and camelCase in the value. Throws ContentFault. */
export function readContent<T>(file: string, schema: z.ZodType<T>): ContentFile<T> {
  return parseContent(readUtf8(file), schema, relative(process.cwd(), file))
}

export function parseContent<T>(
  source: string,
  schema: z.ZodType<T>,
  name: string,
): ContentFile<T> {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const faults = document.errors.map((error) => ({
    code: 'yaml-syntax',
    at: `${name}:${error.linePos?.[0].line ?? 1}`,
    message: `This is not YAML: ${error.message.split('\n')[0]}`,
  }))
  if (faults.length > 0) throw new ContentFault(faults)
  const whereIs = (path: readonly PropertyKey[]) => `${name}:${lineOf(document, lines, path)}`
  const result = schema.safeParse(camelCaseKeys(plainValue(document, name)))
  if (result.success) return { value: result.data, whereIs }
  throw new ContentFault(
    result.error.issues.map((issue) => ({
      code: 'content-schema',
      at: whereIs(issue.path),
      message: explain(issue),
    })),
  )
}

function plainValue(document: Document, name: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    // Many aliases of aliases, which would grow without end.
    const message = 'Write what the aliases stand for in their place'
    throw new ContentFault([{ code: 'yaml-aliases', at: `${name}:1`, message }])
  }
}

function readUtf8(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    const message = missing
      ? 'The file is missing: add it'
      : 'The file is not UTF-8 text: save it as UTF-8'
    throw new ContentFault([{ code: 'unreadable-file', at: `${file}:1`, message }])
  }
}

/** The line of the deepest node on the path that stands in the file. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path
      .slice(0, length)
      .map((key) => (typeof key === 'string' ? kebabCase(key) : key))
    const node: unknown = document.getIn(keys, true)
    const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : null
    if (Array.isArray(range)) return lines.linePos(Number(range[0])).line
  }
  return 1
}

function explain(issue: z.core.$ZodIssue): string {
  const name = kebabCase(String(issue.path.at(-1) ?? 'this file'))
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Remove ${issue.keys.map((key) => `"${kebabCase(key)}"`).join(', ')}: there is no such field here`
    case 'invalid_value':
      return `"${name}" must be one of: ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `Add "${name}" (${issue.expected})`
        : `"${name}" must be ${issue.expected}`
    case 'too_small':
      return `"${name}" is empty: write something`
    default:
      return `"${name}": ${issue.message}`
  }
}

function camelCaseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCaseKeys)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [camelCase(key), camelCaseKeys(inner)]),
  )
}
