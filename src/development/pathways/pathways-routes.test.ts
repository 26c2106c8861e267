import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { colleague } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'

const { app, signIn } = await testSite()
const worker = visitor(app, await signIn(people.holder))
const elsewhere = visitor(app, await signIn(colleague.elsewhere))
const stranger = visitor(app)
const words = async (address: string, who = stranger) => wordsOf(await who.get(address))

describe('the pathways', () => {
  it('are open to everybody, as a map and as a list of the same', async () => {
    const { body } = await stranger.get('/pathways')
    const map = /<svg class="lanyard-map"[\s\S]*?<\/svg>/.exec(body)?.[0] ?? ''
    const linksIn = (html: string) =>
      new Set([...html.matchAll(/href="(\/pathways\/[a-z0-9-]+)"/g)].map(([, href]) => href))
    expect(linksIn(map).size).toBeGreaterThan(8)
    expect(linksIn(body.replace(map, ''))).toEqual(linksIn(map))
  })

  it('are narrowed down, and anything unknown is left out', async () => {
    const scotland = await words('/pathways?profession=occupational-therapy&nation=scotland')
    expect(scotland).toContain('HNC in Occupational Therapy Support')
    expect(scotland).not.toContain('Physiotherapist degree apprenticeship')
    const odd = await stranger.get(
      '/pathways?nation=atlantis&setting=%3Cb%3E&profession=x&profession=y',
    )
    expect(odd.statusCode).toBe(200)
    expect(odd.body).not.toContain('<b>')
    expect(await words('/pathways?nation=northern-ireland')).toContain('found none')
  })

  it('say who asks what, where it was read, and what nobody knows', async () => {
    const page = await words('/pathways/occupational-therapist-apprenticeship')
    expect(page).toContain('ST0517')
    expect(page).toContain('This provider does not take NVQs, at any level.')
    expect(page).toContain('checked on 22 November 2026')
    expect(page).toContain('What to ask the provider')
    expect((await stranger.get('/pathways/no-such-way')).statusCode).toBe(404)
  })

  it.each([
    ['assistant-practitioner-apprenticeship', 'a start in 2020'],
    ['occupational-therapy-degree', 'a start in 2022'],
    ['physiotherapy-degree', 'about 2021'],
    ['physiotherapist-apprenticeship', 'version 1.0 of the standard'],
  ])('mark what is too old to go by, and not in small print: %s', async (slug, why) => {
    for (const [address, who] of [
      [`/pathways/${slug}`, stranger],
      [`/development/pathways/${slug}`, worker],
    ] as const) {
      const { body } = await who.get(address)
      expect(body, address).toContain('Old: ask the provider')
      const marked =
        /<p[^>]*>\s*<strong[^>]*nhsuk-tag[^>]*>\s*Old: ask the provider[\s\S]*?<\/p>/.exec(
          body,
        )?.[0]
      expect(marked).toContain(why)
      expect(marked).not.toContain('lanyard-meta')
    }
  })

  it('say that level 3 is offered whatever somebody wants to do next', async () => {
    expect(await words('/pathways/senior-healthcare-support-worker-apprenticeship')).toContain(
      'Whatever somebody wants to do next, their employer should offer it',
    )
  })
})

describe('what would count for me', () => {
  it('is asked of nobody who is not signed in, and says that the provider decides', async () => {
    const reply = await stranger.get('/development/pathways/first-job-in-support')
    expect(reply.statusCode).toBe(303)
    const page = await words('/development/pathways/first-job-in-support', worker)
    expect(page).toContain('The provider decides who can join, and nobody else.')
    expect(page).not.toMatch(/\b(eligible|qualif(?:y|ies) for|accepted|would be admitted)\b/i)
    expect((await worker.get('/development/pathways/no-such-way')).statusCode).toBe(404)
  })

  it('counts caring, which stays the carer’s alone', async () => {
    const address = '/development/pathways/first-job-in-support'
    expect(await words(address, worker)).toContain('Only if you have it')
    const lived = { id: randomUUID(), learned: 'To plan a day around rest', private: 'yes' }
    expect((await worker.post('/passport/entries/add/lived-experience', lived)).statusCode).toBe(
      303,
    )
    const page = await words(address, worker)
    expect(page).toContain('You say so')
    expect(page).toContain('Only you see this entry')
    expect(await words(address, elsewhere)).not.toContain('Only you see this entry')
  })

  it('tells an employer that says so from a holder’s own word', async () => {
    const page = await words('/development/pathways/physiotherapist-apprenticeship', worker)
    expect(page).toContain('Merrowfell Hospitals NHS Trust says that you work there')
  })
})
