import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.ts'
import { openIdRoutes } from './open-id/open-id-routes.tsx'
import { passkeysRoutes } from './passkeys/passkeys-routes.tsx'
import { accountRoutes } from './sign-in/account-routes.tsx'
import { addressRoutes } from './sign-in/address-routes.tsx'
import { recoveryRoutes } from './sign-in/recovery-routes.tsx'
import { signInRoutes } from './sign-in/sign-in-routes.tsx'
import { stepUpRoutes } from './sign-in/step-up-routes.tsx'

export function accountsRoutes(app: FastifyInstance, site: Site): void {
  signInRoutes(app, site)
  recoveryRoutes(app, site)
  stepUpRoutes(app, site)
  accountRoutes(app, site)
  addressRoutes(app, site)
  passkeysRoutes(app, site)
  openIdRoutes(app, site)
}
