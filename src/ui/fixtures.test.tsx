import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type ComponentChildren, h, isValidElement } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { ActionLink } from './action-link.tsx'
import { BackLink } from './back-link.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { CharacterCount } from './character-count.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileUpload } from './file-upload.tsx'
import { Heading } from './heading.tsx'
import { Hint } from './hint.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Label } from './label.tsx'
import { Legend } from './legend.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { Radios } from './radios.tsx'
import { Scroll } from './scroll.tsx'
import { Select } from './select.tsx'
import { SkipLink } from './skip-link.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'
import { Textarea } from './textarea.tsx'
import { WarningCallout } from './warning-callout.tsx'

interface Example {
  readonly name: string
  readonly context: Readonly<Record<string, unknown>>
  readonly callBlock?: string
  readonly html: string
}

// The contexts are data, so no component's props can be checked against them by type.
const components: Readonly<Record<string, unknown>> = {
  'action-link': ActionLink,
  'back-link': BackLink,
  breadcrumb: Breadcrumb,
  button: Button,
  card: Card,
  'character-count': CharacterCount,
  checkboxes: Checkboxes,
  'date-input': DateInput,
  details: Details,
  'error-message': ErrorMessage,
  'error-summary': ErrorSummary,
  fieldset: Fieldset,
  'file-upload': FileUpload,
  heading: Heading,
  hint: Hint,
  input: Input,
  'inset-text': InsetText,
  label: Label,
  legend: Legend,
  'notification-banner': NotificationBanner,
  pagination: Pagination,
  panel: Panel,
  radios: Radios,
  scroll: Scroll,
  select: Select,
  'skip-link': SkipLink,
  'summary-list': SummaryList,
  tables: Table,
  tag: Tag,
  'task-list': TaskList,
  textarea: Textarea,
  'warning-callout': WarningCallout,
}

/** Examples that we do not run: `component: name`, and why. */
const skips: Readonly<Record<string, string>> = {
  'card: with image': 'our cards have no pictures',
  'card: with image and caption': 'our cards have no pictures',
  'card: with image and custom HTML': 'our cards have no pictures',
  'checkboxes: with "none" option, deprecated': 'option deprecated in favour of behaviour',
  'checkboxes: with "none" option (named group)': 'option deprecated in favour of behaviourGroup',
  'checkboxes: with "none" option (named group, unique)':
    'option deprecated in favour of behaviourGroup',
  'pagination: with deprecated options': 'options deprecated in favour of previous and next',
  'tables: as a card (feature) with deprecated options': 'options deprecated in favour of card',
  'task-list: with deprecated status classes': 'option deprecated in favour of heading',
  'task-list: with deprecated titles': 'option deprecated in favour of heading',
  'task-list: with empty items': 'a list of tasks has no holes in it',
}

/** What nhsuk-frontend has and we have not, and why. */
const notPorted: Readonly<Record<string, string>> = {
  caption: 'has no examples of its own; drawn by heading, label and legend',
  code: 'no page shows code',
  'contents-list': 'not used',
  'do-dont-list': 'not used',
  footer: 'ours is our own (page-layout.tsx)',
  header: 'ours is our own, without the NHS logo (page-header.tsx)',
  hero: 'not used',
  images: 'not used',
  'password-input': 'nobody has a password',
  'search-input': 'not used',
  tabs: 'not used',
}

function raw(html: string): ComponentChildren {
  return h('raw-html', { dangerouslySetInnerHTML: { __html: html } })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Options that our components take as wording alone. */
const bare = new Set(['conditional', 'beforeInput', 'afterInput', 'beforeInputs', 'afterInputs'])

/** The macro's `html` options become elements; `actions.items` becomes `actions`. */
function toProps(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(Boolean).map(toProps)
  if (!isRecord(value) || isValidElement(value)) return value
  const { html, ...rest } = value
  const props: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(rest)) {
    const adapted = toProps(option)
    const inner = isRecord(adapted) ? adapted : undefined
    if (bare.has(name)) props[name] = inner?.text
    else if (name === 'actions') props[name] = inner?.items ?? adapted
    else props[name] = adapted
  }
  return typeof html === 'string' ? { ...props, text: raw(html) } : props
}

function decode(text: string): string {
  return text
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&ctdot;', '⋯')
}

const attribute = /([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'))?/g

function normaliseTag(name: string, attributes: string): string {
  const pairs = [...attributes.matchAll(attribute)].map(([, key, double, single]) => {
    const value = decode(double ?? single ?? '').trim()
    return value ? `${key}=${JSON.stringify(value)}` : key
  })
  return `<${[name, ...pairs.sort()].join(' ')}>`
}

/** Templates break lines between tags, and there alone: other spaces are part of the text. */
function normalise(html: string): string {
  return decode(
    html
      .replace(/<\/?raw-html>/g, '')
      .replace(/<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g, (_, name, attributes) =>
        normaliseTag(name, attributes),
      ),
  )
    .replace(/\s*[\n\t]\s*/g, '')
    .trim()
}

function examplesOf(component: string): readonly Example[] {
  const path = `nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`
  const file = new URL(`../../node_modules/${path}`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')).fixtures
}

function renderExample(component: string, { context, callBlock }: Example): string {
  const { text, html, ...props } = toProps({ ...context }) as Record<string, unknown>
  const withHtml = typeof context.html === 'string' ? raw(context.html) : undefined
  const children = callBlock === undefined ? withHtml : raw(callBlock)
  const rest = children === undefined ? { text, ...props } : { children, ...props }
  return renderToString(h(components[component] as 'div', rest as object))
}

describe.each(Object.keys(components))('%s', (component) => {
  const run = examplesOf(component).filter(({ name }) => !skips[`${component}: ${name}`])
  const named = run.map((example, index) => ({
    ...example,
    title: `${index + 1}. ${example.name}`,
  }))

  test.each(named)('draws $title as nhsuk-frontend does', (example) => {
    expect(normalise(renderExample(component, example))).toBe(normalise(example.html))
  })
})

test('every component of the package is drawn or left out for a reason', () => {
  const folder = new URL(
    '../../node_modules/nhsuk-frontend/dist/nhsuk/components/',
    import.meta.url,
  )
  const all = readdirSync(folder).filter((name) =>
    existsSync(new URL(`${name}/fixtures.json`, folder)),
  )
  expect([...Object.keys(components), ...Object.keys(notPorted)].sort()).toEqual(all.sort())
})

test('every example that is left out exists', () => {
  const known = Object.keys(components).flatMap((component) =>
    examplesOf(component).map(({ name }) => `${component}: ${name}`),
  )
  expect(Object.keys(skips).filter((skip) => !known.includes(skip))).toEqual([])
})
