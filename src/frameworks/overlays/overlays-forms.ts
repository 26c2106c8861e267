/** What writers of overlays post, as values or errors. */
import type { Finding } from '../../finding.ts'
import {
  chosenField,
  type FieldError,
  type FormResult,
  findingErrors,
  patientFindings,
  textField,
} from '../../web/posted-form.ts'
import { targetSlug } from '../model/amendment.ts'
import {
  type LevelSlug,
  levelSlugs,
  type PartySlug,
  type PillarSlug,
  partySlugs,
  pillarSlugs,
  type Section,
} from '../model/framework.ts'
import { typedErrors } from '../typed-errors.ts'
import {
  type CellEdit,
  cellField,
  type DetailsEntered,
  type StatementEntered,
} from './model/entered.ts'
import {
  type OverlayColumn,
  type OverlayHead,
  type OverlayKind,
  type OverlayPlace,
  overlayKinds,
} from './model/overlay.ts'

function detailsOf(body: unknown): DetailsEntered {
  return {
    organisation: textField(body, 'organisation'),
    edition: textField(body, 'edition'),
    kind: textField(body, 'kind'),
    title: textField(body, 'title').replace(/\s+/g, ' '),
    about: textField(body, 'about'),
    prefix: textField(body, 'prefix').toUpperCase(),
  }
}

function detailsErrors(body: unknown, { kind, title }: DetailsEntered): FieldError[] {
  return [
    ...(isKind(kind) ? [] : [{ field: 'kind', message: 'Select what it is for' }]),
    ...(title === '' || targetSlug(title) === ''
      ? [{ field: 'title', message: 'Enter a title' }]
      : []),
    ...typedErrors(body, { field: 'title', label: 'The title', kind: 'heading' }),
    ...typedErrors(body, { field: 'about', label: 'What it is about', kind: 'summary' }),
  ]
}

function isKind(kind: string): kind is OverlayKind {
  return overlayKinds.some((known) => known === kind)
}

export function beginForm(
  body: unknown,
  offered: { readonly organisations: readonly string[]; readonly editions: readonly string[] },
): FormResult<OverlayHead, DetailsEntered> {
  const entered = detailsOf(body)
  const { organisation, edition, kind, title, about, prefix } = entered
  const errors = [
    ...(offered.organisations.includes(organisation)
      ? []
      : [{ field: 'organisation', message: 'Select whose it is' }]),
    ...(offered.editions.includes(edition)
      ? []
      : [{ field: 'edition', message: 'Select the edition that it adds to' }]),
    ...detailsErrors(body, entered),
    ...(/^[A-Z]{2,6}$/.test(prefix)
      ? []
      : [
          {
            field: 'prefix',
            message: 'The first letters of your codes must be 2 to 6 letters, such as AHT',
          },
        ]),
  ]
  if (!isKind(kind) || errors.length > 0) return { ok: false, errors, entered }
  const slug = targetSlug(title).slice(0, 60).replace(/-$/, '')
  return { ok: true, value: { slug, organisation, edition, kind, title, about, prefix }, entered }
}

export interface StatementValue {
  readonly text: string
  readonly level: LevelSlug
  readonly capability: string
  readonly place: OverlayPlace
  readonly pillars: readonly PillarSlug[]
  readonly parties: readonly PartySlug[]
  readonly revision: number
}

/** `level` is given for a statement that is there already: its code says it. */
export function statementForm(
  body: unknown,
  places: readonly OverlayPlace[],
  given?: LevelSlug | undefined,
): FormResult<StatementValue, StatementEntered> {
  const text = textField(body, 'text').replace(/\s+/g, ' ')
  const findings = patientFindings(body, { text })
  const entered: StatementEntered = {
    ...{ text, findings, level: textField(body, 'level') },
    ...{ capability: textField(body, 'capability') || 'new', after: textField(body, 'after') },
    pillars: chosenField(body, 'pillars', pillarSlugs),
    parties: chosenField(body, 'parties', partySlugs),
    revision: textField(body, 'revision'),
  }
  const level = given ?? levelSlugs.find((slug) => slug === entered.level)
  const place = places.find((one) => one === entered.after)
  const pillars = pillarSlugs.filter((slug) => entered.pillars.includes(slug))
  const parties = partySlugs.filter((slug) => entered.parties.includes(slug))
  const errors = [
    ...(text === '' ? [{ field: 'text', message: 'Enter what the worker does' }] : []),
    ...typedErrors(body, { field: 'text', label: 'The statement', kind: 'statement' }),
    ...findingErrors(findings),
    ...(level === undefined ? [{ field: 'level', message: 'Select a level' }] : []),
    ...(place === undefined ? [{ field: 'after', message: 'Select where it stands' }] : []),
    ...(pillars.length === 0 ? [{ field: 'pillars', message: 'Select at least one pillar' }] : []),
  ]
  if (level === undefined || place === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  const { capability } = entered
  const revision = Number(entered.revision) || 0
  const value = { text, level, capability, place, pillars, parties, revision }
  return { ok: true, value, entered }
}

export function columnForm(body: unknown): FormResult<OverlayColumn, { readonly title: string }> {
  const title = textField(body, 'column').replace(/\s+/g, ' ')
  const slug = targetSlug(title)
  const errors = [
    ...(slug === '' ? [{ field: 'column', message: 'Enter a name for the column' }] : []),
    ...typedErrors(body, { field: 'column', label: 'The name of the column', kind: 'heading' }),
  ]
  if (errors.length > 0) return { ok: false, errors, entered: { title } }
  return { ok: true, value: { slug, title }, entered: { title } }
}

/** The cells of a section, each with what the page showed. */
export function cellsForm(
  body: unknown,
  { section, columns }: { readonly section: Section; readonly columns: readonly OverlayColumn[] },
): FormResult<readonly CellEdit[], readonly CellEdit[]> & {
  readonly findings: readonly Finding[]
} {
  const edits = columns.flatMap(({ slug, title }) =>
    section.statements.map(({ code }) => {
      const field = cellField(slug, code)
      const text = textField(body, field)
      const edit = { column: slug, statement: code, text, was: textField(body, `was-${field}`) }
      const label = `${title} of ${code}`
      return { edit, errors: typedErrors(body, { field, label, kind: 'note' }) }
    }),
  )
  const entered = edits.map(({ edit }) => edit)
  const texts = entered.map(({ column, statement, text }) => [cellField(column, statement), text])
  const findings = patientFindings(body, Object.fromEntries(texts))
  const errors = [...edits.flatMap(({ errors }) => errors), ...findingErrors(findings)]
  return errors.length > 0
    ? { ok: false, errors, entered, findings }
    : { ok: true, value: entered, entered, findings }
}

export function reasonForm(body: unknown): FormResult<string, { readonly reason: string }> {
  const reason = textField(body, 'reason')
  const errors = [
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why it is withdrawn' }] : []),
    ...typedErrors(body, { field: 'reason', label: 'The reason', kind: 'note' }),
  ]
  if (errors.length > 0) return { ok: false, errors, entered: { reason } }
  return { ok: true, value: reason, entered: { reason } }
}
