import { wordsOfAct } from '../../../audit/model/act-words.ts'
import { plainDate, plainTime } from '../../../language/plain-dates.ts'
import { Table } from '../../../ui/table.tsx'
import { type Act, aboutWords, actorWords } from '../model/act.ts'

/** The latest first. One's own record needs no column that says whose it is. */
export function ActList({
  acts,
  reader,
  caption,
  whose = true,
}: {
  readonly acts: readonly Act[]
  readonly reader: string
  readonly caption: string
  readonly whose?: boolean
}) {
  const head = ['When', 'Who', 'What was done', ...(whose ? ['Whose record'] : [])]
  return (
    <Table
      caption={{ text: caption, size: 'm' }}
      responsive
      head={head.map((text) => ({ text }))}
      rows={acts.map((act) => [
        { text: `${plainDate(act.at)} at ${plainTime(act.at)}` },
        { text: actorWords(act, reader) },
        { text: wordsOfAct(act.action) },
        ...(whose ? [{ text: aboutWords(act, reader) }] : []),
      ])}
    />
  )
}
