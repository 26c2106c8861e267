import type { CodeRead, Reading } from '../model/read-as.ts'
import { countReadings } from '../model/read-as.ts'
import { readingNames } from '../model/read-as-words.ts'

const readings: readonly Reading[] = ['covered', 'partly', 'not-covered']

/** A square a code, in their order: full, half full, empty. The figures stand below it in words. */
export function ReadingPicture({ codes }: { readonly codes: readonly CodeRead[] }) {
  const counts = countReadings(codes)
  return (
    <figure class="lanyard-reading">
      <div class="lanyard-reading__squares" aria-hidden="true">
        {codes.map(({ code, reading }) => (
          <span key={code} class={`lanyard-reading__square lanyard-reading__square--${reading}`}>
            {code}
          </span>
        ))}
      </div>
      <figcaption>
        <ul class="lanyard-reading__key">
          {readings.map((reading) => (
            <li key={reading}>
              <span
                class={`lanyard-reading__square lanyard-reading__square--${reading}`}
                aria-hidden="true"
              />{' '}
              {readingNames[reading]}: {counts[reading]} of {codes.length}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
