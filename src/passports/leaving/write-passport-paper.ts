/** A passport on paper: a tagged PDF, with codes that whoever is shown it can check. */
import { setImmediate as turn } from 'node:timers/promises'
import qrcode from 'qrcode'
import { beginPaper, finishPaper } from '../../content/paper/begin-paper.ts'
import {
  type Document,
  figure,
  heading,
  keepTogether,
  list,
  margin,
  regular,
  type Sheet,
  table,
  text,
} from '../../content/paper/paper-sheet.ts'
import type { CredentialSummary } from '../../credentials/model/credential-summary.ts'
import type { Verdict } from '../../credentials/model/verdict.ts'
import { outcomeWords, stepNames, verdictLimits } from '../../credentials/verdict-words.ts'
import { plainDate } from '../../language/plain-dates.ts'

import type { PaperTable } from './model/paper-record.ts'

export interface PaperCredential {
  readonly title: string
  readonly summary?: CredentialSummary | undefined
  /** As it was checked when the paper was made. */
  readonly verdict: Verdict
  /** Where it can be checked online: a link to itself, or the page that checks files. */
  readonly address: string
  readonly isShared: boolean
  /** The credential itself. */
  readonly code: string
}

export interface Paper {
  readonly holderName: string
  readonly madeAt: Date
  /** The address of the service. */
  readonly madeBy: string
  /** The last day of the links, where the codes lead to one. */
  readonly linksEnd?: Date | undefined
  readonly credentials: readonly PaperCredential[]
  /** What else the file holds. */
  readonly tables: readonly PaperTable[]
  /** A line for each key that somebody may later say they trust. */
  readonly keys: readonly string[]
}

/** In points. A large code has small squares, which a phone reads where they are half a millimetre and more. */
const [linkSide, codeSide] = [100, 230]
const largestVersion = 25

/** Gives way after each credential: drawing forty takes long, and others are waiting for their pages. */
export async function writePassportPaper(paper: Paper): Promise<Buffer> {
  const sheet = await beginPaper({ title: titleOf(paper), madeAt: paper.madeAt })
  const { doc, root } = sheet
  drawFront(sheet, paper)
  for (const credential of paper.credentials) {
    drawCredential(sheet, credential, paper)
    await turn()
  }
  drawRecord(sheet, paper)
  drawKeys(sheet, paper)
  root.end()
  numberPages(doc, paper)
  return finishPaper(doc)
}

function titleOf({ holderName }: Paper): string {
  return `Skills passport of ${holderName}`
}

function drawFront(sheet: Sheet, paper: Paper): void {
  const { credentials, madeAt, madeBy, linksEnd } = paper
  heading(sheet, 'H1', titleOf(paper))
  text(sheet, `Made on ${plainDate(madeAt)} by Lanyard at ${madeBy}.`)
  text(sheet, verdictLimits)
  text(
    sheet,
    'Lanyard’s own framework, not published or endorsed by NHS England, a professional body or an employer.',
  )
  text(
    sheet,
    credentials.length === 0
      ? 'It holds no credential yet.'
      : `It holds ${counted(credentials.length)}. What is written beside each was so on the day this was made. It may have been withdrawn since.`,
  )
  if (credentials.length === 0) return
  heading(sheet, 'H2', 'How to check it')
  const link =
    linksEnd === undefined
      ? 'The small code beside each leads to the page where its file can be checked.'
      : `The small code beside each leads to that credential online. The link stops working on ${plainDate(linksEnd)}. That is the link’s day, not the credential’s.`
  text(sheet, link)
  text(
    sheet,
    'The large code holds the whole credential, signed. Scan it, copy the text, and paste it on the verify page.',
  )
  text(
    sheet,
    'The file of this pack can also be checked without any network, when Lanyard and the employer are gone: lanyard verify --offline PACK.',
  )
}

/** Behind the credentials: what is proven comes first. */
function drawRecord(sheet: Sheet, { tables, madeAt }: Paper): void {
  if (tables.length === 0) return
  sheet.doc.addPage()
  heading(sheet, 'H2', 'What else my passport holds')
  text(sheet, `As it was on ${plainDate(madeAt)}. No signature stands under these tables.`)
  for (const one of tables) {
    keepTogether(sheet, 130)
    heading(sheet, 'H3', one.title)
    text(sheet, one.about)
    table(sheet, one)
  }
}

function counted(count: number): string {
  return count === 1 ? '1 credential' : `${count} credentials`
}

function drawCredential(sheet: Sheet, credential: PaperCredential, { madeAt }: Paper): void {
  const { title, summary, verdict } = credential
  // A page of its own, so that one can be shown without the others.
  sheet.doc.addPage()
  heading(sheet, 'H2', title)
  text(sheet, `On ${plainDate(madeAt)}: ${outcomeWords[verdict.outcome]}.`, { strong: true })
  list(
    sheet,
    verdict.steps.map(
      ({ step, outcome, message }) => `${stepNames[step]}: ${outcomeWords[outcome]}. ${message}`,
    ),
  )
  for (const line of factsOf(summary)) text(sheet, line)
  const statements = summary?.statements ?? []
  if (statements.length > 0) {
    heading(sheet, 'H3', 'What was confirmed')
    list(
      sheet,
      statements.map(({ code, name, wording }) => `${code ?? name}: ${wording ?? name}`),
    )
  }
  drawCodes(sheet, credential)
}

function factsOf(summary: CredentialSummary | undefined): string[] {
  if (summary === undefined) return []
  const { issuerName, issuer, assessor, method, setting, assessedOn, issuedOn, reviewOn } = summary
  const by = [assessor?.name, assessor?.jobTitle, assessor?.registration]
  return [
    ['Issued by', issuerName ?? issuer],
    ['Assessed by', by.filter((word) => word !== undefined).join(', ')],
    ['How', method],
    ['Where', setting],
    ['Seen on', assessedOn],
    ['Issued on', issuedOn],
    ['Review due', reviewOn],
    ['Identity', summary.identityCheck],
  ].flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
}

function drawCodes(sheet: Sheet, { title, address, isShared, code }: PaperCredential): void {
  const { doc } = sheet
  const large = codeOf(code)
  keepTogether(sheet, (large === undefined ? linkSide : codeSide) + 60)
  const top = doc.y + 6
  const leads = isShared ? 'Check it online' : 'The verify page'
  figure(sheet, `QR code: ${leads}, ${title}. ${address}`, () =>
    drawCode(doc, qrcode.create(address, { errorCorrectionLevel: 'M' }), {
      ...{ x: margin, y: top, side: linkSide },
    }),
  )
  if (large !== undefined) {
    figure(sheet, `QR code that holds the whole credential: ${title}`, () =>
      drawCode(doc, large, { x: margin + linkSide + 50, y: top, side: codeSide }),
    )
  }
  doc.y = top + (large === undefined ? linkSide : codeSide) + 4
  doc.x = margin
  text(
    sheet,
    large === undefined
      ? `${leads}. This credential says too much for a code on paper: use its file.`
      : `Left: ${leads.toLowerCase()}. Right: the whole credential, to paste on the verify page.`,
  )
}

type Code = ReturnType<typeof qrcode.create>

/** Undefined for more than a phone reads from paper. */
function codeOf(written: string): Code | undefined {
  try {
    const segments = [{ data: written, mode: 'alphanumeric' as const }]
    // What is packed looks like chance, so no mask is better than another, and to weigh them is slow.
    const code = qrcode.create(segments, { errorCorrectionLevel: 'L', maskPattern: 2 })
    return code.version <= largestVersion ? code : undefined
  } catch {
    // More than the largest code holds.
    return undefined
  }
}

/** With the quiet margin of four that ISO/IEC 18004 asks for. */
function drawCode(
  doc: Document,
  { modules }: Code,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const one = side / (modules.size + 8)
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const start = column
      while (column < modules.size && modules.get(row, column)) column += 1
      const width = (column - start) * one
      if (width > 0) doc.rect(x + (start + 4) * one, y + (row + 4) * one, width, one)
    }
  }
  doc.fill('#000')
}

function drawKeys(sheet: Sheet, { keys }: Paper): void {
  keepTogether(sheet, 120)
  heading(sheet, 'H2', 'Keys')
  text(
    sheet,
    'For whoever checks the pack later, without Lanyard. These lines make a list of trusted keys, if they come from somewhere other than the pack that is checked: a paper that you were given earlier, or what an employer published.',
  )
  list(sheet, keys)
}

/** Said on each page, and told to no screen reader. */
function numberPages(doc: Document, paper: Paper): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const words = `${titleOf(paper)} · ${plainDate(paper.madeAt)} · page ${page + 1} of ${count}`
    doc
      .font(regular)
      .fontSize(8)
      .text(words, margin, doc.page.height - 36, { lineBreak: false })
    doc.endMarkedContent()
  }
}
