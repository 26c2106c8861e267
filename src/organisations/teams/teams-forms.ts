import { type FormResult, partsOfDay, readId, textField, tooLong } from '../../web/posted-form.ts'
import { dayAnswer } from '../day-answer.ts'
import type { PlaceKind, Site, Team } from '../model/team.ts'
import type { PlaceEntered } from './pages/place-page.tsx'
import type { PlaceValue } from './teams-actions.ts'

export const emptyPlace: PlaceEntered = {
  ...{ name: '', address: '', site: '' },
  to: { day: '', month: '', year: '' },
}

export function enteredOf(place: Site | Team): PlaceEntered {
  return {
    name: place.name,
    address: ('address' in place && place.address) || '',
    site: ('siteId' in place && place.siteId) || '',
    to: place.to === undefined ? emptyPlace.to : partsOfDay(place.to),
  }
}

const titles: Readonly<Record<PlaceKind, string>> = { site: 'site', team: 'team' }

/** `from` is the first day of a place that is there already. */
export function placeForm(
  body: unknown,
  { kind, from }: { readonly kind: PlaceKind; readonly from?: string | undefined },
): FormResult<PlaceValue, PlaceEntered> {
  const to = dayAnswer(body, {
    ...{ field: 'to', what: 'the last day', earliest: from, optional: true },
    outside: 'The last day must be on or after the first day',
  })
  const entered = {
    name: textField(body, 'name').replaceAll('\n', ' '),
    address: textField(body, 'address'),
    site: textField(body, 'site'),
    to: to.parts,
  }
  const { name, address, site } = entered
  const errors = [
    ...(name === '' ? [{ field: 'name', message: `Enter the name of the ${titles[kind]}` }] : []),
    ...tooLong(name, 120, 'name', 'The name'),
    ...tooLong(address, 400, 'address', 'The address'),
    ...to.errors,
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  const ends = { to: to.day }
  const value =
    kind === 'site'
      ? { name, address: address || undefined, ...ends }
      : { name, siteId: readId(site), ...ends }
  return { ok: true, value, entered }
}
