/** A person at a browser. Every page they look at is kept as a picture and checked for barriers. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Screen {
  readonly width: number
  readonly height: number
}

export const phone: Screen = { width: 320, height: 640 }
export const desk: Screen = { width: 1280, height: 900 }

/** In milliseconds: a machine that does other things too is slow, not wrong. */
const patience = 20_000

const pictures = join(import.meta.dirname, '../../build/pictures')

export interface Visitor {
  readonly page: Page
  /** Ends each step: no barrier that axe finds, no sideways scroll, nothing refused by the policy. */
  readonly looksAt: (name: string) => Promise<void>
  /** As it would be printed: for eyes alone. */
  readonly looksAtPaper: (name: string) => Promise<void>
  readonly goesTo: (path: string) => Promise<void>
  readonly follows: (link: string | RegExp) => Promise<void>
  readonly presses: (button: string | RegExp) => Promise<void>
  readonly reads: (words: string | RegExp) => Promise<void>
  readonly signsInAs: (name: string) => Promise<void>
  readonly signsOut: () => Promise<void>
  readonly leaves: () => Promise<void>
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The system's, else what Playwright downloaded. */
function findChromium(): string {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return known.find((path) => existsSync(path)) ?? chromium.executablePath()
}

export async function visitor(
  browser: Browser,
  {
    origin,
    journey,
    screen,
    script = true,
  }: {
    readonly origin: string
    readonly journey: string
    readonly screen: Screen
    readonly script?: boolean
  },
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: screen,
    javaScriptEnabled: script,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const faults = watch(page)
  const folder = join(pictures, `${journey}-${screen.width}${script ? '' : '-no-script'}`)
  mkdirSync(folder, { recursive: true })
  let pages = 0

  async function takePicture(name: string): Promise<void> {
    if (process.env.LANYARD_TEST_PICTURES === 'none') return
    pages += 1
    const file = `${String(pages).padStart(2, '0')}-${name}.png`
    await page.screenshot({ path: join(folder, file), fullPage: true })
  }

  async function looksAt(name: string): Promise<void> {
    await page.waitForLoadState()
    await takePicture(name)
    expect(faults.splice(0), `${name}: what the browser refused`).toEqual([])
    await expectNoSidewaysScroll(page, name)
    // axe needs script in the page, and hangs where there is none.
    if (script) await expectNoBarriers(page, name)
    else await expectSoundStructure(page, name)
  }

  async function looksAtPaper(name: string): Promise<void> {
    await page.emulateMedia({ media: 'print' })
    await takePicture(name)
    await page.emulateMedia({ media: null })
  }

  const goesTo = async (path: string) => {
    await page.goto(path)
  }
  const follows = (link: string | RegExp) => page.getByRole('link', { name: link }).first().click()
  const presses = (button: string | RegExp) =>
    page.getByRole('button', { name: button }).first().click()
  const reads = async (words: string | RegExp) => {
    await page.getByText(words).first().waitFor({ state: 'visible', timeout: patience })
  }
  const signsInAs = async (name: string) => {
    await goesTo('/sign-in')
    await presses(new RegExp(name))
    await page.waitForURL('**/passport')
  }
  /** The script wipes the phone before it sends the form: the next page is not asked for before. */
  const signsOut = async () => {
    const button = page.getByRole('button', { name: 'Sign out' }).first()
    await button.click()
    await button.waitFor({ state: 'hidden' })
  }
  const leaves = () => leave(context)
  const does = { goesTo, follows, presses, reads, signsInAs, signsOut, leaves }
  return { page, looksAt, looksAtPaper, ...does }
}

function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused/.test(message.text())) {
      faults.push(message.text())
    }
  })
  page.on('pageerror', (error) => faults.push(error.message))
  return faults
}

async function leave(context: BrowserContext): Promise<void> {
  await context.close()
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function expectNoBarriers(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: rules, resultTypes: ['violations'] })
    // Otherwise it opens a second page each time, for frames, of which there are none.
    .setLegacyMode()
    .analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  )
  expect(found, `${name}: what axe found`).toEqual([])
}

async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
  const { width = 0 } = page.viewportSize() ?? {}
  expect(wide, `${name}: as wide as the screen`).toBeLessThanOrEqual(width)
}

/** What can be asked of the page without script in it. */
async function expectSoundStructure(page: Page, name: string): Promise<void> {
  expect(await page.locator('h1').count(), `${name}: one main heading`).toBe(1)
  expect(await page.locator('main#maincontent').count(), `${name}: one main`).toBe(1)
  expect(await page.locator('html[lang]').count(), `${name}: a language`).toBe(1)
  expect(await page.locator('img:not([alt])').count(), `${name}: pictures without words`).toBe(0)
  for (const field of await page.locator('input:not([type=hidden]), select, textarea').all()) {
    const id = await field.getAttribute('id')
    expect(await page.locator(`label[for="${id}"]`).count(), `${name}: a label for ${id}`).toBe(1)
  }
}
