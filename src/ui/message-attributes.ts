import type { Attributes } from './attributes.ts'

/** One message, or one for each plural form (`one`, `other`). */
export type Messages = string | Readonly<Record<string, string>>

/** The wording that a component's script reads from `data-i18n` attributes. */
export function messageAttributes(key: string, messages: Messages | undefined): Attributes {
  if (!messages) return {}
  if (typeof messages === 'string') return { [`data-i18n.${key}`]: messages }
  const forms = Object.entries(messages)
  return Object.fromEntries(forms.map(([form, said]) => [`data-i18n.${key}.${form}`, said]))
}
