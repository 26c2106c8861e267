/** "Chrome on Android": enough to know one's own device by, and no more is kept. */

type Named = readonly [pattern: RegExp, name: string]

/** The first that fits: many browsers also carry the names of those they descend from. */
const browsers: readonly Named[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bCriOS\/|\bChrome\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
]

const systems: readonly Named[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

export function nameDevice(userAgent: string | undefined): string {
  const browser = nameOf(browsers, userAgent)
  const system = nameOf(systems, userAgent)
  if (browser === undefined && system === undefined) return 'A device we do not recognise'
  if (system === undefined) return `${browser} on another device`
  return `${browser ?? 'A browser'} on ${system}`
}

function nameOf(named: readonly Named[], userAgent = ''): string | undefined {
  return named.find(([pattern]) => pattern.test(userAgent))?.[1]
}
