import { describe, expect, it } from 'vitest'
import { isPrivateMailbox, mayNamePerson } from './doubt-contact.ts'

describe('a mailbox', () => {
  it.each([
    'jo@gmail.com',
    'Jo.B@Hotmail.co.uk',
    'jo@btinternet.com',
    'jo@icloud.com',
    'jo@proton.me',
  ])('that people have at home is told: %s', (email) => expect(isPrivateMailbox(email)).toBe(true))

  it.each([
    'speakup@merrowfell.example',
    'jo@nhs.net',
    'team@gmail.council.gov.uk',
    'help@age.org.uk',
    '',
  ])('of work is let be: %s', (email) => expect(isPrivateMailbox(email)).toBe(false))
})

describe('a role', () => {
  it.each([
    'Amina Okafor',
    'Mrs Okafor',
    'dr. okafor',
    'Amina Okafor, safeguarding lead',
    'Safeguarding lead (Amina Okafor)',
    'Siân O’Neill-Rees',
  ])('that may name somebody is told: %s', (role) => expect(mayNamePerson(role)).toBe(true))

  it.each([
    'Freedom to Speak Up guardian',
    'Safeguarding Lead',
    'Adult Social Care',
    'Carers lead',
    'Citizens Advice',
    'An old number',
    'Mind',
  ])('that names a service is let be: %s', (role) => expect(mayNamePerson(role)).toBe(false))
})
