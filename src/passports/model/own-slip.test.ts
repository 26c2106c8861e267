import { describe, expect, it } from 'vitest'
import { mayCorrect, mayUndo, undoUntil } from './own-slip.ts'

const at = new Date('2026-11-22T09:00:00Z')
const standing = { at, signOffs: [{ id: '1', code: '3.9-entry' }] }
const withdrawal = { cause: 'error', explanation: 'A slip.', at } as const
const gone = { at, signOffs: [{ id: '1', code: '3.9-entry', withdrawal }] }
const shown = { name: 'Amadou' }
const answered = { ...standing, second: { assessorId: '2', at, shown } }
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

describe('an own slip', () => {
  it.each([
    ['at once', standing, 0, true, true],
    ['in the last of ten minutes', standing, 9.99, true, true],
    ['after ten minutes', standing, 10, false, true],
    ['in the last minute of a day', standing, 24 * 60 - 1, false, true],
    ['after a day', standing, 24 * 60, false, false],
    ['once a second assessor has answered', answered, 1, true, false],
    ['once it is withdrawn', gone, 1, false, false],
  ])('%s', (_, signing, minutes, undo, correct) => {
    expect(mayUndo(signing, after(minutes))).toBe(undo)
    expect(mayCorrect(signing, after(minutes))).toBe(correct)
  })

  it('says until when', () => expect(undoUntil(standing)).toEqual(after(10)))
})
