/** What may be about one person in something that everybody can read. It is for its keeper to say. */

const privateMailboxes = [
  ...['gmail', 'googlemail', 'hotmail', 'outlook', 'live', 'msn', 'yahoo', 'ymail', 'icloud', 'me'],
  ...['mac', 'aol', 'btinternet', 'sky', 'talktalk', 'virginmedia', 'ntlworld', 'protonmail'],
  ...['proton', 'gmx', 'mail', 'blueyonder', 'tiscali', 'zoho'],
]

/** An address that people have at home. */
export function isPrivateMailbox(email: string): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return /^[a-z]+\.(?:com|co\.uk|net|org|me|uk)$/.test(domain)
    ? privateMailboxes.includes(domain.split('.')[0] ?? '')
    : false
}

const salutation = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sister|sir|dame|rev)\.?\s+\p{L}/iu
const twoNames = /^\p{Lu}[\p{L}’']+(?:[- ]\p{Lu}[\p{L}’']+){1,2}$/u
const ofServices =
  /\b(?:lead|guardian|team|services?|officer|manager|advis[eo]r|champion|lines?|helpline|centre|office|council|social|care|carers?|adults?|child|children|safeguarding|speak|speaking|freedom|trust|board|hub|union|support|nurse|director|coordinator|community|health|hospital|access|duty|chaplain|desk|advice|charity|group|whistleblowing|people|human|resources|age|red|citizens)\b/i

/** Words that read as somebody's name, alone or before their role. */
export function mayNamePerson(role: string): boolean {
  return role
    .split(/[,:;()/]| [-–—] /)
    .map((part) => part.trim())
    .some((part) => salutation.test(part) || (twoNames.test(part) && !ofServices.test(part)))
}
