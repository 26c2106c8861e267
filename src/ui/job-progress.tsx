/** How far a long piece of work has come. The page looks again by itself, with script or without. */

export const refreshSeconds = 4

interface JobProgressProps {
  readonly done: number
  readonly total: number
  /** "rows", "people". */
  readonly of: string
}

export function JobProgress({ done, total, of }: JobProgressProps) {
  const words = `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} ${of}`
  return (
    <>
      <div data-watch={refreshSeconds}>
        <p id="progress-words" role="status">
          {words}
        </p>
        <progress
          class="lanyard-progress"
          value={done}
          max={total}
          aria-labelledby="progress-words"
        >
          {words}
        </progress>
      </div>
      <p>This goes on if you leave the page. You can come back to it.</p>
    </>
  )
}
