/** "2027" of `ahp-support-worker/2027`. */
export function versionOf(ref: string): string {
  return ref.split('/').at(-1) ?? ref
}

export function WhatItMeans() {
  return (
    <>
      <h2 class="nhsuk-heading-m">What it means for people</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>Nobody loses a sign-off. Each stays as it was signed, with the words of that day.</li>
        <li>Where the meaning stays, it counts as before, until its own review date.</li>
        <li>
          Where the meaning changed, it counts until a day that the edition names. Until then
          somebody looks at it again.
        </li>
        <li>What is retired stays in the person’s history.</li>
        <li>
          Delegated tasks stay on the edition that they were agreed on, until they are looked at
          again.
        </li>
        <li>Everybody sees in their passport what changed for them.</li>
      </ul>
    </>
  )
}
