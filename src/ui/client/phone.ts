/** What script does on somebody's own pages: saving as they type, and what their own phone keeps. */
import { openPhone, wipeAtSignOut } from './own-phone.ts'
import { createPhonePage } from './phone-page.ts'
import { createSaving } from './save-as-typed.ts'

const opening = openPhone()
const unsent = createSaving(opening)
wipeAtSignOut(unsent)
void opening.then((phone) => createPhonePage(phone, unsent))
