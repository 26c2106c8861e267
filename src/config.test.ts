import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('settings', () => {
  it('run with nothing set: on loopback, and not as a demonstration', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      demo: false,
      https: false,
    })
  })

  it('drop the slash at the end of BASE_URL', () => {
    expect(readConfig({ BASE_URL: 'https://lanyard.example/' }).baseUrl).toBe(
      'https://lanyard.example',
    )
  })

  it.each([
    [{ DEMO: '1', DATABASE_URL: 'postgres://x/y' }, 'refused together with DATABASE_URL'],
    [{ DEMO: '1', BASE_URL: 'https://lanyard.example' }, 'refused with BASE_URL'],
    [{ DEMO: '1', BASE_URL: 'http://localhost.example' }, 'refused with BASE_URL'],
    [{ DEMO: '1', HOST: '0.0.0.0' }, 'refused with HOST'],
    [{ PORT: 'eighty' }, 'PORT'],
    [{ BASE_URL: 'ftp://lanyard.example' }, 'BASE_URL'],
    [{ KEY_ENCRYPTION_KEY: 'short' }, '64 hexadecimal digits'],
  ])('%j is refused in words', (env, words) => {
    expect(() => readConfig(env)).toThrow(words)
  })

  it('names every fault at once', () => {
    expect(() => readConfig({ PORT: 'x', BASE_URL: 'x' })).toThrow(/PORT[\s\S]*BASE_URL/)
  })
})
