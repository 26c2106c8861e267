/** Somebody moves here with what they earned elsewhere (R24, R27), and repeats none of it. */
import { describe, expect, it } from 'vitest'
import { desk, phone, type Screen, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

const ways: readonly { name: string; screen: Screen; script: boolean }[] = [
  { name: 'on a phone', screen: phone, script: true },
  { name: 'on a phone without script', screen: phone, script: false },
  { name: 'at a desk', screen: desk, script: true },
]

describe.each(ways)('what somebody has is brought $name', ({ screen, script }) => {
  const come = (who: string) => arrive({ journey: `bring-${who}`, screen, script })
  const key = `${screen.width}${script ? '' : 'n'}`
  let worker: Visitor
  let colleague: Visitor

  const badge = (subject: object, more: object = {}) =>
    JSON.stringify({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      ...{ id: `urn:badge:${key}`, type: ['VerifiableCredential', 'OpenBadgeCredential'] },
      issuer: { id: 'did:web:college.example', type: 'Profile', name: 'Ashbourne College' },
      ...{ name: 'Moving people safely', validFrom: '2026-01-31T00:00:00Z' },
      credentialSubject: { type: 'AchievementSubject', ...subject },
      ...more,
    })

  async function bringBadge(text: string) {
    await worker.goesTo('/passport/bring')
    await worker.follows('A badge or a digital credential')
    const file = { name: 'badge.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await worker.page.getByLabel('The badge’s file').setInputFiles(file)
    await worker.presses('Check and keep it')
  }

  it('given a support worker who has earned things elsewhere', async () => {
    worker = await come('worker')
    await worker.signsInAs('Tamsin Oyelaran-Pike')
    await worker.goesTo('/passport/bring')
    await worker.reads('You do not have to start again.')
    await worker.looksAt('bring')
    await worker.follows('A badge or a digital credential')
    await worker.looksAt('badge')
  })

  it('when they bring a badge that nobody here can check, it is kept, with the reason', async () => {
    const older = { '@context': ['https://www.w3.org/2018/credentials/v1'] }
    await bringBadge(badge({}, older))
    await worker.reads('Could not be checked')
    await worker.reads('counts as your own word')
    await worker.looksAt('not-verifiable')
  })

  it('and one that is made out to somebody else, it is flagged', async () => {
    await bringBadge(badge({ name: 'Somebody Else' }, { id: `urn:badge:${key}:2` }))
    await worker.reads('Made out to somebody else')
    await worker.reads('it counts for nothing here')
    await worker.looksAt('somebody-else')
    await worker.presses('Check it again now')
    await worker.reads('It was checked again just now.')
  })

  it('and a picture without a badge inside, they read what to do', async () => {
    await worker.goesTo('/passport/bring/credential')
    const buffer = Buffer.from('\xff\xd8\xff\xe0 a photo', 'latin1')
    const file = { name: 'badge.png', mimeType: 'image/png', buffer }
    await worker.page.getByLabel('The badge’s file').setInputFiles(file)
    await worker.presses('Check and keep it')
    await worker.reads(/This file is a picture/)
    await worker.looksAt('refused')
  })

  it('when they bring their list of training, they put the columns right', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `Course ${key} ${at};${(at % 12) + 1}/5/2025;`,
    )
    const text = [
      'Competence Name;Date Achieved;Expiry Date;Employee Name',
      `Fire safety ${key};31/1/2026;31/1/2027;OYELARAN-PIKE, Mrs Tamsin`,
      `Infection control ${key};31/2/2026;;`,
      `Theirs ${key};1/2/2026;;Callum Wijeratne-Moss`,
      ...rows,
    ].join('\r\n')
    await worker.goesTo('/passport/bring')
    await worker.follows('A list of your training')
    await worker.looksAt('upload')
    const file = { name: 'esr.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') }
    await worker.page.getByLabel('CSV file').setInputFiles(file)
    await worker.presses('Look at the rows')
    await worker.reads('We guessed from the names of your columns.')
    await worker.looksAt('columns')
    await worker.presses('Look at the rows')
    await worker.reads('Nothing is added yet.')
    await worker.reads(/is no day of the calendar/)
    await worker.reads(/This row is for somebody else/)
    await worker.looksAt('preview')
    expect(await worker.page.content()).not.toContain(`Theirs ${key}`)
  })

  it('and watch it being taken in', async () => {
    await worker.presses('This is my own training: add 31 rows')
    await worker.reads(/of 31 rows|31 rows of training are added/)
    await worker.looksAt('progress')
    await worker.page.getByRole('heading', { name: '31 rows of training are added' }).waitFor()
    await worker.looksAt('added')
  })

  it('when they bring a paper certificate, it waits for somebody to look at it', async () => {
    await worker.goesTo('/passport/bring')
    await worker.follows('A paper certificate')
    await worker.presses('Keep it')
    await worker.reads('Enter what it says on it')
    await worker.looksAt('certificate-wrong')
    await worker.page.getByLabel('Qualification').check()
    await worker.page.getByLabel('What does it say on it?').fill(`Diploma ${key}`)
    await worker.page.getByLabel('Who gave it?').fill('Ashbourne College')
    const given = worker.page.getByRole('group', { name: 'When was it given?' })
    await given.getByLabel('Day').fill('30')
    await given.getByLabel('Month').fill('6')
    await given.getByLabel('Year').fill('2024')
    await worker.page.getByLabel('Merrowfell Hospitals NHS Trust').check()
    await worker.looksAt('certificate')
    await worker.presses('Keep it')
    await worker.reads('Waiting for somebody to look at the original')
    await worker.looksAt('waiting')
  })

  it('then a colleague who saw the original says so', async () => {
    colleague = await come('colleague')
    await colleague.signsInAs('Farzana Whitlock-Rahimi')
    await colleague.goesTo('/team/originals')
    await colleague.looksAt('originals')
    await colleague.follows(/Tamsin Oyelaran-Pike: Qualification/)
    await colleague.reads(`Diploma ${key}`)
    await colleague.page.getByLabel('Yes, and it says what is written above').check()
    await colleague.page.getByLabel('I held the paper original in my hands').check()
    await colleague.looksAt('original')
    await colleague.presses('Send my answer')
    await colleague.reads('Your answer is sent.')
    await colleague.looksAt('answered')
  })

  it('and everybody reads by whom and when', async () => {
    await worker.goesTo('/passport/bring')
    await worker.reads(/by Farzana Whitlock-Rahimi, Merrowfell Hospitals NHS Trust/)
    await worker.looksAt('seen')
  })
})
