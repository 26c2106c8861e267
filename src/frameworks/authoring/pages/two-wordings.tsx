/** Two wordings with what went and what came marked: told by words for screen readers, too. */
import { diffWords } from 'diff'

export function TwoWordings({ before, now }: { readonly before: string; readonly now: string }) {
  return (
    <p class="lanyard-wordings">
      {diffWords(before, now).map(({ added, removed, value }, index) => {
        if (added)
          return (
            <ins key={index}>
              <Said words="[added] " />
              {value}
              <Said words=" [end] " />
            </ins>
          )
        if (removed)
          return (
            <del key={index}>
              <Said words="[taken out] " />
              {value}
              <Said words=" [end] " />
            </del>
          )
        return value
      })}
    </p>
  )
}

function Said({ words }: { readonly words: string }) {
  return <span class="nhsuk-u-visually-hidden">{words}</span>
}
