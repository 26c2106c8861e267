import { describe, expect, it } from 'vitest'
import { nameDevice } from './name-device.ts'

const mozilla = 'Mozilla/5.0'

describe('a device', () => {
  it.each<[name: string, userAgent: string | undefined]>([
    [
      'Chrome on Android',
      `${mozilla} (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36`,
    ],
    [
      'Samsung Internet on Android',
      `${mozilla} (Linux; Android 13; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36`,
    ],
    [
      'Safari on iPhone',
      `${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Edge on Windows',
      `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`,
    ],
    ['Firefox on Linux', `${mozilla} (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0`],
    [
      'Safari on Mac',
      `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`,
    ],
    ['A device we do not recognise', 'curl/8.5.0'],
    ['A device we do not recognise', undefined],
    ['A browser on Windows', 'Something (Windows NT 10.0)'],
    ['Firefox on another device', 'Firefox/133.0'],
  ])('is named %s', (name, userAgent) => {
    expect(nameDevice(userAgent)).toBe(name)
  })
})
