/** What the demonstration's post box holds for somebody, read in a tab beside the page. */
import type { Visitor } from './at-a-browser.ts'

export async function newestLetter({ page }: Visitor, address: string): Promise<string> {
  const tab = await page.context().newPage()
  await tab.goto('/demonstration/post')
  const letters = tab.locator('section', {
    has: tab.getByRole('heading', { name: `To ${address}`, exact: true }),
  })
  const words = await letters.locator('.lanyard-letter__text').first().innerText()
  await tab.close()
  return words
}

export async function newestCode(visitor: Visitor, address: string): Promise<string> {
  const letter = await newestLetter(visitor, address)
  const [, code] = /Your code is (\d{6})/.exec(letter) ?? []
  if (code === undefined) throw new Error(`no code in: ${letter}`)
  return code
}
