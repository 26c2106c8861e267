import { describe, expect, it } from 'vitest'
import { supervisionLetter, supervisionNews } from './supervision-letter.ts'

describe('a letter about supervision', () => {
  it.each(supervisionNews)('says that something waits, and leads to it: %s', (news) => {
    const { subject, text } = supervisionLetter(news, 'https://lanyard.example/supervision')
    expect(subject.length).toBeLessThan(60)
    expect(text.trim().endsWith('https://lanyard.example/supervision')).toBe(true)
  })
})
