import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import type { Proof } from '../actor.ts'
import { SignedOut } from './sessions.ts'
import { type Act, requireStepUp, StepUpNeeded } from './step-up.ts'

const now = new Date('2026-11-22T12:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

/** As much of a request as the question needs. */
function request({
  how = 'email-code',
  at = now,
  method = 'GET',
  url = '/team/requests/1/check',
  referer,
}: {
  how?: Proof
  at?: Date
  method?: string
  url?: string
  referer?: string
}): FastifyRequest {
  const session = { id: 's', sharedComputer: false, stepUp: { how, at } }
  const actor = { kind: 'person', id: 'p', name: 'P', permissions: [], session }
  return { actor, method, url, headers: { referer } } as unknown as FastifyRequest
}

function nextOf(asked: Parameters<typeof request>[0]): string | undefined {
  try {
    requireStepUp(request({ ...asked, at: before(901) }), now)
    return undefined
  } catch (error) {
    return error instanceof StepUpNeeded ? error.next : undefined
  }
}

describe('who somebody is', () => {
  it.each<[seconds: number, fresh: boolean]>([
    [0, true],
    [899, true],
    [900, false],
    [86_400, false],
  ])('shown %i seconds ago is fresh: %s', (seconds, fresh) => {
    const at = before(seconds)
    const asking = () => requireStepUp(request({ at }), now)
    if (fresh) expect(asking()).toEqual({ how: 'email-code', at })
    else expect(asking).toThrow(StepUpNeeded)
  })

  it.each<[how: Proof, act: Act, enough: boolean]>([
    ['passkey', 'for-others', true],
    ['email-code', 'for-others', true],
    ['oidc', 'for-others', true],
    ['demonstration', 'for-others', true],
    ['recovery-sheet', 'for-others', false],
    ['printed-code', 'for-others', false],
    ['recovery-sheet', 'own-account', true],
    ['printed-code', 'own-account', true],
  ])('shown by %s is enough to act %s: %s', (how, act, enough) => {
    const asking = () => requireStepUp(request({ how }), now, { act })
    if (enough) expect(asking()).toEqual({ how, at: now })
    else expect(asking).toThrow(StepUpNeeded)
  })

  it('is asked of nobody who is not signed in', () => {
    const stranger = { actor: { kind: 'nobody' } } as unknown as FastifyRequest
    expect(() => requireStepUp(stranger, now)).toThrow(SignedOut)
  })

  it('leads back to the page, and for a form to the page it stands on', () => {
    expect(nextOf({ url: '/passport?level=entry' })).toBe('/passport?level=entry')
    const form = { method: 'POST', url: '/team/requests/1/sign' }
    expect(nextOf({ ...form, referer: 'https://here.example/team/requests/1?a=b' })).toBe(
      '/team/requests/1',
    )
    expect(nextOf(form)).toBe('/')
    expect(nextOf({ ...form, referer: 'https://here.example//evil.example' })).toBe('/')
    expect(nextOf({ url: '//evil.example' })).toBe('/')
  })
})
