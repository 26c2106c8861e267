import { describe, expect, it } from 'vitest'
import { findCaredFor } from './find-cared-for.ts'

const codesIn = (text: string) => findCaredFor(text, 'learned').map(({ code }) => code)

describe('words about caring', () => {
  it.each([
    ['I looked after my mum Jean for years.', ['named-person']],
    ['I looked after my mum, Jean.', ['named-person']],
    ['My husband called Bob needed help to dress.', ['named-person']],
    ['I helped my husband called Bob to dress.', ['named-person']],
    ['I cared for my late father Tadeusz', ['named-person']],
    ['Bob, my brother, taught me patience.', ['named-person']],
    ['Aisha is my daughter.', ['named-person']],
    ['Every day I helped Mrs Khan.', ['named-person']],
    ['My mum had dementia.', ['condition']],
    ['my nan has Alzheimer’s and I kept her day calm', ['condition']],
    ['She had a stroke and I learned to wait.', ['condition']],
    ['He was diagnosed with something rare.', ['condition']],
    ['I cared for my son Leo, who has epilepsy.', ['named-person', 'condition']],
    ['My sister is autistic.', ['condition']],
  ])('that tell too much are found in “%s”', (text, codes) => {
    expect(codesIn(text)).toEqual(codes)
  })

  it.each([
    'I learned to plan a whole day around medicines and meals.',
    'I want to work with people living with dementia.',
    'People with a learning disability taught me to wait.',
    'It was a stroke of luck that I found this job. He said so too.',
    'I cared for my mum. It taught me patience.',
    'I cared for my mum and dad for six years.',
    'My mum always said that dignity comes first.',
    'I looked after my brother. On Mondays I rang the GP.',
    'I helped my gran. The nurse showed me how to use the hoist.',
    'I learned this in March from my neighbour.',
    'Depression is spoken of more openly now.',
    'On the stroke ward I would like to help with meals.',
    'She taught me to ask before I help.',
    'I asked my friend. They said I was calm.',
    'My partner and I shared the nights. I learned to hand over well.',
    '',
  ])('that tell nobody’s story but their own pass: “%s”', (text) => {
    expect(codesIn(text)).toEqual([])
  })

  it('are told where they stand, and what to do', () => {
    const [found] = findCaredFor('I cared for my mum Jean', 'use')
    expect(found?.at).toBe('use')
    expect(found?.message).toMatch(/Take the name out/)
  })
})
