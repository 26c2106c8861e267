/** The addresses of the site, built by functions and never typed into pages: a line a feature. */
import { accountsPaths } from './paths/accounts-paths.ts'
import { adoptionPaths } from './paths/adoption-paths.ts'
import { assessingPaths } from './paths/assessing-paths.ts'
import { delegationsPaths } from './paths/delegations-paths.ts'
import { developmentPaths } from './paths/development-paths.ts'
import { draftsPaths } from './paths/drafts-paths.ts'
import { exchangePaths } from './paths/exchange-paths.ts'
import { frameworksPaths } from './paths/frameworks-paths.ts'
import { learningPaths } from './paths/learning-paths.ts'
import { organisationsPaths } from './paths/organisations-paths.ts'
import { overlaysPaths } from './paths/overlays-paths.ts'
import { passportsPaths } from './paths/passports-paths.ts'
import { privacyPaths } from './paths/privacy-paths.ts'
import { publicPaths } from './paths/public-paths.ts'
import { publicationPaths } from './paths/publication-paths.ts'
import { questionsPaths } from './paths/questions-paths.ts'
import { recognitionPaths } from './paths/recognition-paths.ts'
import { reviewPaths } from './paths/review-paths.ts'
import { standingPaths } from './paths/standing-paths.ts'
import { supervisionPaths } from './paths/supervision-paths.ts'
import { termsPaths } from './paths/terms-paths.ts'
import { versionsPaths } from './paths/versions-paths.ts'

export { termId } from './paths/frameworks-paths.ts'

export const paths = {
  ...publicPaths,
  ...frameworksPaths,
  ...versionsPaths,
  ...draftsPaths,
  ...publicationPaths,
  ...exchangePaths,
  ...adoptionPaths,
  ...accountsPaths,
  ...organisationsPaths,
  ...privacyPaths,
  ...passportsPaths,
  ...questionsPaths,
  ...recognitionPaths,
  ...assessingPaths,
  ...developmentPaths,
  ...learningPaths,
  ...supervisionPaths,
  ...delegationsPaths,
  ...standingPaths,
  ...reviewPaths,
  ...overlaysPaths,
  ...termsPaths,
}
