/** How the Word document looks: our colours, Arial, and headings that the contents and bookmarks follow. */
import type { IStylesOptions } from 'docx'

/** As in src/ui/styles/_brand.scss, as Word writes them. */
export const colours = {
  brand: '0b4f4a',
  tint: 'e4f0ee',
  line: 'a9cbc6',
  ink: '212b32',
  muted: '4c6272',
  accent: '8a4b08',
}

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: colours.brand, font: 'Arial' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
})

const named = (id: string, run: object, paragraph: object = { spacing: { after: 80 } }) => ({
  ...{ id, name: id, basedOn: 'Normal', quickFormat: true, run, paragraph },
})

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, color: colours.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { size: 72, bold: true, color: 'ffffff', font: 'Arial' } },
    heading1: heading(48, 0),
    heading2: heading(30, 320),
    heading3: heading(24, 200),
  },
  paragraphStyles: [
    named('Lead', { size: 25 }, { spacing: { after: 200, line: 300 } }),
    named('Cell', { size: 18 }),
    named('Cell code', { size: 16, bold: true, color: colours.muted }),
    named('Cell note', { size: 16, color: colours.muted }),
    named('Cell head', { size: 18, bold: true, color: 'ffffff' }),
    named('Fact', { size: 18, color: colours.muted }, { spacing: { before: 40, after: 40 } }),
    named('Running head', { size: 16, color: colours.muted }, { spacing: { after: 0 } }),
    named('Cover words', { size: 24 }, { spacing: { after: 160 } }),
  ],
}
