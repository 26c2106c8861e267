/** A framework of others, large and with known gaps. It is not in the repository: see shared/data. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import {
  driftedCells,
  emptyRows,
  type LevelMatrix,
  type Quotation,
  undefinedCells,
} from './model/continuity.ts'

// Beside the repository, or beside the folder of its work trees.
const root = join(import.meta.dirname, '../..')
const folder =
  ['../shared', '../../shared']
    .map((shared) => join(root, shared, 'data/gdad-pcf'))
    .find((path) => existsSync(path)) ?? ''
const levels = ['Awareness', 'Working', 'Practitioner', 'Expert']

function rowsOf(file: Buffer): Record<string, string>[] {
  return parse(file, { columns: true, bom: true })
}

function skillsMatrix(): LevelMatrix {
  const rows = rowsOf(readFileSync(join(folder, 'skills.csv'))).map((skill) => ({
    name: skill['Skill Name'] ?? '',
    cells: levels.map((level) =>
      skill[level]?.replace(/^This skill level is .*not defined\.$/, ''),
    ),
  }))
  return { levels, rows }
}

function quotationsInRoles(): Quotation[] {
  return rowsOf(gunzipSync(readFileSync(join(folder, 'roles.csv.gz')))).map((role) => ({
    row: role['Skill Name'] ?? '',
    level: role['Skill Level'] ?? '',
    text: role['Skill Level Description'] ?? '',
  }))
}

describe.skipIf(folder === '')('the digital and data profession framework', () => {
  it('leaves sixty cells undefined, and twenty-two of its skills say nothing at any level', () => {
    const matrix = skillsMatrix()
    expect(undefinedCells(matrix)).toHaveLength(60)
    expect(undefinedCells(matrix)).toContainEqual({
      row: 'Systems integration (frontend developer)',
      level: 'Expert',
    })
    expect(emptyRows(matrix)).toHaveLength(22)
  })

  it('has twenty-eight rows of roles that do not say what the skill says', () => {
    const drifted = driftedCells(skillsMatrix(), quotationsInRoles())
    expect(drifted).toHaveLength(28)
    // Not a word apart: each asks for a level that is not there any more.
    expect(new Set(drifted.map(({ level }) => level))).toEqual(new Set(['NOT IN USE']))
  })
})
