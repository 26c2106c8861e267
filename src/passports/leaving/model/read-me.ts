/** What stands at the top of a leaving pack, in plain words, for somebody who has nothing else. */
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'

export const folders = { toShow: 'to-show/', forYou: 'for-you-alone/' } as const

export function readMe({
  madeAt,
  madeBy,
}: {
  readonly madeAt: Date
  readonly madeBy: string
}): string {
  return `YOUR LANYARD LEAVING PACK
Made on ${plainDate(madeAt)} by Lanyard at ${madeBy}

KEEP IT SAFE
There are two folders in it.

  to-show
    Give this folder to an employer, a college or anybody you choose.
    passport.pdf   your passport to print or send
    credentials    each credential, as it was signed
    brought        what you brought from elsewhere, exactly as it came
    issuers        the public keys of the organisations that issued them
    status         what had been withdrawn on the day this pack was made
    manifest.json  a list of all this, and manifest-seal.json, a seal over the list

  for-you-alone
    Do not give this folder to anybody. It has your own answers, your private
    notes and all else in your passport. Open your-data.html to read it.

If you only want to send one thing, send passport.pdf.

HOW SOMEBODY CAN CHECK IT
While Lanyard is there: ${madeBy}${paths.verify()}
When it is not: get Lanyard's program (it is open) and run

  lanyard verify --offline PACK

PACK is the ZIP file or the folder. It needs no network. It says of each
credential whether it is valid, not valid, or could not be checked.

WHAT NOBODY CAN KNOW FROM A PACK ALONE
- Whether something was withdrawn after ${plainDate(madeAt)}. The check says how
  old the status is.
- Who the organisations really are. Anybody can make a pack with keys of their
  own. So the answer is "could not be checked" until the person who checks says
  which keys they trust:

  lanyard verify --offline PACK --trust FILE

  FILE has a line for each key. The lines are at the end of passport.pdf. They
  count only if they come from somewhere other than the pack that is checked:
  from a paper kept earlier, or from what the employer or Lanyard published.
- Who is holding the paper. Check photo ID. It does not replace identity, DBS,
  right-to-work, health or reference checks.

WHAT IS NOT IN IT
Who looked at your record, complaints, letters that were sent to you and equality
answers. You can get those at ${madeBy}${paths.exportRecord()}
No organisation's secret keys are in it, and nothing of anybody else's passport.

Lanyard's own framework, not published or endorsed by NHS England, a
professional body or an employer.
`
}
