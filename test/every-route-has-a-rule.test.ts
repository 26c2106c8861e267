/** A new route or store function without a rule fails the build; the walks themselves are `script/test --all`. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, it } from 'vitest'
import { isNotWalkedYet } from './authorisation/not-walked-yet.ts'
import { routeRules } from './authorisation/rules/all.ts'
import { storeRules } from './authorisation/stores/all.ts'
import { testSite } from './site.ts'

const root = join(import.meta.dirname, '..')
const { app } = await testSite()

function functionsOf(file: string): string[] {
  return parseSync(file, readFileSync(join(root, file), 'utf8')).program.body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'FunctionDeclaration'
      ? [`${file} ${node.declaration.id?.name}`]
      : [],
  )
}

it('every route has a rule for who may, and every rule a route', () => {
  const routes = app.routeTable
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => `${method} ${url}`)
  const walked = routes.filter((route) => !isNotWalkedYet(route))
  expect(Object.keys(routeRules).sort()).toEqual(walked.sort())
  expect(routes.length - walked.length).toBe(25)
})

it('every store function has a rule for who may, and every rule a function', () => {
  const functions = globSync('src/**/*-store.ts', { cwd: root }).flatMap(functionsOf)
  const ruled = Object.entries(storeRules).flatMap(([file, ofFile]) =>
    Object.keys(ofFile).map((name) => `${file} ${name}`),
  )
  const tried = functions.filter((place) => !isNotWalkedYet(place))
  expect(ruled.sort()).toEqual(tried.sort())
  expect(functions.length - tried.length).toBe(32)
})
