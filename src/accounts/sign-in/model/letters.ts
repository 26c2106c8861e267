/** What we write to people about getting in. Plain words; an address stands on a line of its own. */
import { dayInWords, plainDate, plainTime } from '../../../language/plain-dates.ts'
import { emailCodeMinutes } from './email-code.ts'

const ifNotYou =
  'Nobody who works for Lanyard or for your employer will ever ask you for it. If you did not ask for it, do nothing and give it to nobody.'

export interface Words {
  readonly subject: string
  readonly text: string
}

/** Where and when something was asked for or done. */
export interface Occasion {
  readonly device: string
  readonly at: Date
}

export function signInLetter({
  code,
  link,
  occasion,
}: {
  /** Undefined where too many codes were sent: then only the link works. */
  readonly code?: string | undefined
  readonly link: string
  readonly occasion: Occasion
}): Words {
  const byCode =
    code === undefined
      ? ['Open this link on the device where you asked for it, in the same browser:']
      : [
          `Your code is ${code}`,
          'Type it on the page where you asked for it.',
          'If you are reading this on the same device, you can open this link instead:',
        ]
  return words('Sign in to Lanyard', [
    ...byCode,
    link,
    `It works once, for ${emailCodeMinutes} minutes. ${askedOn(occasion)}`,
    ifNotYou,
  ])
}

export function unknownAddressLetter({
  site,
  occasion,
}: {
  readonly site: string
  readonly occasion: Occasion
}): Words {
  return words('Nobody signs in to Lanyard with this address', [
    `Somebody asked to sign in with this e-mail address. ${askedOn(occasion)}`,
    'No account here has this address, so there is nothing to open.',
    'If it was you, you may have used another address, such as one from work. Try that one:',
    site,
    'If you have no account yet, ask your manager or learning team. They can set one up with you.',
    'If it was not you, you need do nothing.',
  ])
}

export function stepUpLetter({
  code,
  occasion,
}: {
  readonly code: string
  readonly occasion: Occasion
}): Words {
  return words('Confirm that it is you', [
    `Your code is ${code}`,
    'Type it on the page where you asked for it.',
    `It works once, for ${emailCodeMinutes} minutes. ${askedOn(occasion)}`,
    ifNotYou,
    'Somebody else may be using your account. Sign in, open “Your account” and end the sessions that are not yours.',
  ])
}

export function addAddressLetter({
  code,
  occasion,
}: {
  readonly code: string
  readonly occasion: Occasion
}): Words {
  return words('Confirm your e-mail address', [
    `Your code is ${code}`,
    'Type it on the page where you added this address to your Lanyard account.',
    `It works once, for ${emailCodeMinutes} minutes. ${askedOn(occasion)}`,
    'If you did not ask for this, you need do nothing. Give the code to nobody.',
  ])
}

/** The page says the same as for any other address: only who reads this learns that it is taken. */
export function takenAddressLetter({ occasion }: { readonly occasion: Occasion }): Words {
  return words('This address is in use already', [
    `Somebody asked to add this e-mail address to a Lanyard account. ${askedOn(occasion)}`,
    'It belongs to an account already, so it was not added.',
    'If it was you, sign in with this address, or remove it from the other account first.',
    'If it was not you, you need do nothing.',
  ])
}

const changes = {
  'address-added': 'An e-mail address was added to your account.',
  'address-removed': 'An e-mail address was removed from your account.',
  'passkey-added': 'A passkey was added to your account. Whoever has it can sign in.',
  'passkey-removed': 'A passkey was removed from your account.',
  'passkey-copied': 'A passkey of yours was stopped, because there may be a second copy of it.',
  linked: 'An account elsewhere was linked to yours. Whoever has it can sign in.',
  unlinked: 'An account elsewhere is no longer linked to yours.',
  'sheet-made': 'A new recovery sheet was made. Codes on an older sheet no longer work.',
  'sheet-used': 'Somebody signed in with a code from your recovery sheet.',
  'new-device': 'Your account was signed in to on a device that is new to us.',
} as const

export type AccountChange = keyof typeof changes

/** Names no address: a work mailbox may be read by others. */
export function accountChangedLetter({
  change,
  site,
  occasion,
}: {
  readonly change: AccountChange
  readonly site: string
  readonly occasion: Occasion
}): Words {
  return words('A change to your Lanyard account', [
    changes[change],
    happenedOn(occasion),
    'If it was you, you need do nothing.',
    'If it was not you, sign in, open “Your account” and end the sessions that are not yours:',
    site,
  ])
}

export function workAddressEndsLetter({
  endsOn,
  site,
}: {
  readonly endsOn: string
  readonly site: string
}): Words {
  return words('Your work e-mail address ends soon', [
    `We are told that this e-mail address is yours until ${dayInWords(endsOn)}. After that day it no longer signs you in to Lanyard.`,
    'Your record is yours and stays with you. Before then, add a personal e-mail address or print a recovery sheet:',
    site,
    'It takes about two minutes.',
  ])
}

function askedOn({ device, at }: Occasion): string {
  return `It was asked for at ${plainTime(at)} on ${plainDate(at)}, with ${inSentence(device)}.`
}

function happenedOn({ device, at }: Occasion): string {
  return `When: ${plainTime(at)} on ${plainDate(at)}\nWith: ${inSentence(device)}`
}

/** "A device we do not recognise" begins small; "Chrome on Android" does not. */
function inSentence(device: string): string {
  return device.replace(/^A(?= )/, 'a')
}

function words(subject: string, paragraphs: readonly string[]): Words {
  return { subject, text: `${paragraphs.join('\n\n')}\n` }
}
