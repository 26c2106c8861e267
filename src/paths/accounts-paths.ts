import { queryOf } from './query-of.ts'

/** The page to go on to afterwards. */
const thenTo = (next: string | undefined) =>
  next === undefined ? '' : `?next=${encodeURIComponent(next)}`

/** How somebody signs in, and shows again that it is them. */
export const accountsPaths = {
  signIn: (next?: string | undefined) => `/sign-in${thenTo(next)}`,
  signOut: () => '/sign-out',
  signInCode: () => '/sign-in/code',
  signInLink: (token: string) => `/sign-in/link/${token}`,
  signInRecovery: (next?: string | undefined) => `/sign-in/recovery${thenTo(next)}`,
  confirmItIsYou: (next?: string | undefined) => `/confirm-it-is-you${thenTo(next)}`,
  confirmByEmail: (next?: string | undefined) => `/confirm-it-is-you/by-email${thenTo(next)}`,
  account: (done?: string | undefined) =>
    done === undefined ? '/account' : `/account?done=${done}`,
  addAddress: (kind?: 'personal' | undefined) =>
    `/account/addresses/add${kind === undefined ? '' : `?kind=${kind}`}`,
  confirmAddress: () => '/account/addresses/confirm',
  removeAddress: (id: string) => `/account/addresses/${id}/remove`,
  recoverySheet: () => '/account/recovery-sheet',
  endSession: (id: string) => `/account/sessions/${id}/end`,
  endOtherSessions: () => '/account/sessions/end-others',
  ownWayIn: (next?: string | undefined) => `/account/own-way-in${thenTo(next)}`,

  // Passkeys and OpenID Connect.
  signInByPasskey: () => '/sign-in/passkey',
  signInPasskeyChallenge: () => '/sign-in/passkey/challenge',
  confirmByPasskey: () => '/confirm-it-is-you/by-passkey',
  confirmPasskeyChallenge: () => '/confirm-it-is-you/by-passkey/challenge',
  addPasskey: () => '/account/passkeys/add',
  newPasskeyChallenge: () => '/account/passkeys/challenge',
  passkey: (id: string) => `/account/passkeys/${id}`,
  renamePasskey: (id: string) => `/account/passkeys/${id}/name`,
  removePasskey: (id: string) => `/account/passkeys/${id}/remove`,
  signInWith: (provider: string) => `/sign-in/with/${provider}`,
  signInReturn: (provider: string) => `/sign-in/with/${provider}/return`,
  openIdKeys: (provider: string) => `/sign-in/with/${provider}/keys.json`,
  confirmWith: (provider: string) => `/confirm-it-is-you/with/${provider}`,
  linkWith: (provider: string) => `/account/link/${provider}`,
  linked: (id: string) => `/account/linked/${id}`,
  unlink: (id: string) => `/account/linked/${id}/remove`,
  /** What comes up for somebody, and whether a letter tells them. */
  comingUp: () => '/account/coming-up',
  comingUpCalendar: () => '/account/coming-up/calendar.ics',
  reminders: (done?: string | undefined) => `/account/reminders${queryOf({ done })}`,
}
