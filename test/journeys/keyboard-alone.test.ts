/** The part of docs/keyboard-walk.md that a machine can walk. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desk, type Visitor } from './at-a-browser.ts'
import { demonstration } from './demonstration.ts'

const { arrive } = demonstration()

/** The words of what has focus, as a screen reader would name it. */
const focused = (page: Page) =>
  page.evaluate<string>(
    '(document.activeElement?.labels?.[0]?.innerText || document.activeElement?.innerText || document.activeElement?.id || "").trim()',
  )

/** Focus must be seen: by an outline, a shadow or another background than before. */
const focusShows = (page: Page) =>
  page.evaluate<boolean>(`(() => {
    const style = getComputedStyle(document.activeElement)
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'
  })()`)

describe('somebody with the keyboard alone', () => {
  let worker: Visitor

  it('passes the menu by the first Tab and Enter', async () => {
    worker = await arrive({ journey: 'keyboard', screen: desk })
    await worker.goesTo('/')
    await worker.page.keyboard.press('Tab')
    expect(await focused(worker.page)).toBe('Skip to main content')
    await worker.looksAt('skip-link')
    await worker.page.keyboard.press('Enter')
    expect(await worker.page.evaluate<string>('document.activeElement.id')).toBe('maincontent')
  })

  it('sees focus on everything that Tab reaches, in the order of reading', async () => {
    for (const path of [
      '/',
      '/frameworks/ahp-support-worker/2026/sections/3.9',
      '/verify',
      '/sign-in',
    ]) {
      await worker.goesTo(path)
      let reached = 0
      for (let presses = 0; presses < 25; presses += 1) {
        await worker.page.keyboard.press('Tab')
        if (await worker.page.evaluate<boolean>('document.activeElement === document.body')) break
        const name = `${path}: ${await focused(worker.page)}`
        await expect.poll(() => focusShows(worker.page), { message: name }).toBe(true)
        reached += 1
      }
      expect(reached, path).toBeGreaterThan(5)
      // With no number of its own, the order is that of the page.
      expect(await worker.page.locator('[tabindex]:not([tabindex="-1"])').count(), path).toBe(0)
    }
  })

  it('signs in, answers and saves without a mouse', async () => {
    await worker.goesTo('/sign-in')
    await worker.page.getByRole('button', { name: /Rhodri Kapasi/ }).focus()
    await worker.page.keyboard.press('Enter')
    await worker.page.waitForURL('**/passport')
    await worker.goesTo('/passport/assess/8.4/intermediate')
    await worker.page.getByRole('radio').first().focus()
    await worker.page.keyboard.press('Space')
    await worker.page.keyboard.press('ArrowDown')
    await worker.page.getByRole('button', { name: 'Save my answers' }).focus()
    await worker.page.keyboard.press('Enter')
    await worker.reads(/saved/i)
  })

  it('is taken to what went wrong, and from there to the question', async () => {
    await worker.goesTo('/passport/assess/8.5/intermediate')
    await worker.page.getByRole('button', { name: 'Save my answers' }).focus()
    await worker.page.keyboard.press('Enter')
    await worker.reads('There is a problem')
    expect(await worker.page.title()).toMatch(/^Error: /)
    expect(await focused(worker.page)).toContain('There is a problem')
    await worker.page.keyboard.press('Tab')
    await worker.page.keyboard.press('Enter')
    expect(await worker.page.evaluate<string>('document.activeElement.type')).toBe('radio')
    await worker.looksAt('error')
  })

  it('opens and closes what is folded', async () => {
    await worker.goesTo('/frameworks/ahp-support-worker/2026/sections/7.1')
    const folded = worker.page.locator('summary').first()
    await folded.focus()
    await worker.page.keyboard.press('Enter')
    expect(await worker.page.locator('details').first().getAttribute('open')).not.toBeNull()
  })
})
