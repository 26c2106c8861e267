/** In plain words, what others at work see of a worker who shares, and what never. */
export function WhatTheyNeverSee() {
  return (
    <>
      <p>
        <strong>They never see</strong> your reflections, your private notes, your lived or caring
        experience, anything else that you marked “Only me”, or your evidence. They do not see who
        signed something off, or where.
      </p>
      <p>
        Nobody is ranked or given a score, and there is no list of people who do not share. You can
        stop at any time, and it stops at once. Each time somebody looks, you can read it under “Who
        looked at your record”.
      </p>
    </>
  )
}
