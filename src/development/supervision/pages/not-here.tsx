/** What does not belong in supervision notes, and where it does: beside every field for own words. */
import { noPatients } from '../../../ui/own-layout.tsx'

export const notHere = `${noPatients} Worried about somebody’s safety? Not here: see Speaking up, at the foot of this page.`
