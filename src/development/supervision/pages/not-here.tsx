/** What does not belong in supervision notes, and where it does: beside every field for own words. */
import { noPatients } from '../../../ui/own-layout.tsx'

export const notHere = `${noPatients} Not here either: worries about somebody’s safety. Raise those with your manager or the person your employer names for speaking up.`
