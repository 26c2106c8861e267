import { type FormResult, textField } from '../../web/posted-form.ts'

export interface DraftEntered {
  readonly from: string
  readonly version: string
}

/** `from`: the editions to begin from; `taken`: names that an edition or a draft has already. */
export function beginDraftForm(
  body: unknown,
  known: { readonly from: readonly string[]; readonly taken: readonly string[] },
): FormResult<DraftEntered, DraftEntered> {
  const entered = { from: textField(body, 'from'), version: textField(body, 'version') }
  const { from, version } = entered
  const ref = `${from.split('/')[0]}/${version}`
  const errors = [
    ...(known.from.includes(from)
      ? []
      : [{ field: 'from', message: 'Select the edition to begin from' }]),
    ...versionErrors(version),
    ...(known.taken.includes(ref)
      ? [{ field: 'version', message: `There is an edition ${ref} already. Enter another name` }]
      : []),
  ]
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value: entered, entered }
}

function versionErrors(version: string) {
  if (version === '') return [{ field: 'version', message: 'Enter what the new edition is called' }]
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(version) && version.length <= 60) return []
  const message =
    'The name must be small letters, figures and hyphens, such as 2027-draft, and 60 characters or fewer'
  return [{ field: 'version', message }]
}
