import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { privateFolder } from '../test/temporary-folder.ts'
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

  it.each([
    [{ SMTP_URL: 'https://mail.example' }, 'SMTP_URL'],
    [{ MAIL_FROM: 'Lanyard' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'Lanyard <a@b.example>\r\nBcc: x@y.example' }, 'MAIL_FROM'],
  ])('for mail: %j is refused in words', (env, words) => {
    expect(() => readConfig(env)).toThrow(words)
  })

  it.each(['10.0.0.0/8', '127.0.0.1, ::1', 'loopback', '2001:db8::/32'])(
    'take the proxies %s',
    (TRUST_PROXY) => {
      expect(readConfig({ TRUST_PROXY }).trustProxy).toEqual(TRUST_PROXY.split(', '))
    },
  )

  it.each(['1', 'true', '*', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.1/8/8', 'proxy.example', ''])(
    'do not take %j for a proxy',
    (TRUST_PROXY) => {
      expect(() => readConfig({ TRUST_PROXY })).toThrow('TRUST_PROXY')
    },
  )

  it('needed by a server of real people are all named at once, with those that are wrong', () => {
    const start = () => readConfig({ PORT: 'x' }, 'server')
    expect(start).toThrow(/PORT.*KEY_ENCRYPTION_KEY.*openssl rand -hex 32.*SMTP_URL.*MAIL_FROM/s)
  })

  it('the demonstration needs none, unless it sends real mail', () => {
    expect(readConfig({ DEMO: '1' }, 'server').demo).toBe(true)
    const mailing = { DEMO: '1', SMTP_URL: 'smtp://localhost:2525' }
    expect(() => readConfig(mailing, 'server')).toThrow('MAIL_FROM')
  })
})

describe('secrets in files', async () => {
  const folder = await privateFolder()
  const secret = 'ab'.repeat(32)
  const write = (name: string, mode: number) => {
    const file = join(folder, name)
    writeFileSync(file, `${secret}\n`)
    chmodSync(file, mode)
    return file
  }

  it('are read where their owner alone can read them', () => {
    const env = { KEY_ENCRYPTION_KEY_FILE: write('key', 0o400) }
    expect(readConfig(env).keyEncryptionKey).toBe(secret)
  })

  it('hold the key of the equality answers, too, by the same rules', () => {
    expect(readConfig({ EQUALITY_KEY_FILE: write('equality', 0o400) }).equalityKey).toBe(secret)
    const open = { EQUALITY_KEY_FILE: write('open-equality', 0o444) }
    expect(() => readConfig(open)).toThrow(/EQUALITY_KEY_FILE: others on this machine can read/)
    const both = { EQUALITY_KEY: secret, EQUALITY_KEY_FILE: write('equality-too', 0o400) }
    expect(() => readConfig(both)).toThrow(/give this or EQUALITY_KEY, not both/)
  })

  it('of a provider may be there too', () => {
    const env = {
      OIDC_PROVIDERS: 'works',
      OIDC_WORKS_NAME: 'Works ID',
      OIDC_WORKS_ISSUER: 'https://provider.example',
      OIDC_WORKS_CLIENT_ID: 'lanyard',
      OIDC_WORKS_CLIENT_SECRET_FILE: write('client', 0o400),
    }
    expect(readConfig(env).openIdProviders[0]?.proof).toEqual({
      method: 'client_secret_basic',
      secret,
    })
    const wrong = { ...env, OIDC_WORKS_NAME: '', PORT: 'x' }
    expect(() => readConfig(wrong)).toThrow(/PORT[\s\S]*OIDC_WORKS_NAME/)
  })

  it('are refused where others can, or where there is none, all at once and without their words', () => {
    const env = {
      KEY_ENCRYPTION_KEY_FILE: write('open-key', 0o440),
      SMTP_URL_FILE: join(folder, 'missing'),
      DATABASE_URL: 'postgres://x/y',
      DATABASE_URL_FILE: write('url', 0o600),
    }
    const read = () => readConfig(env, 'server')
    expect(read).toThrow(/chmod 400/)
    expect(read).toThrow(/SMTP_URL_FILE: there is no file/)
    expect(read).toThrow(/DATABASE_URL_FILE: give this or DATABASE_URL, not both/)
    expect(read).not.toThrow(secret)
    expect(read).not.toThrow(/KEY_ENCRYPTION_KEY: is not set/)
  })
})
