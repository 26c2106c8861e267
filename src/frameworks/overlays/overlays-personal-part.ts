/** What is kept about whoever writes what an organisation adds to the framework. */
import type { PersonalPart } from '../../personal-record.ts'
import { listOverlayActs } from './overlays-record-store.ts'

export const overlaysPart: PersonalPart = {
  feature: 'frameworks',
  withheld: {
    overlay_statement: 'Words of the organisation, without who wrote them.',
    overlay_column: 'Words of the organisation, without who wrote them.',
    overlay_cell: 'Words of the organisation, without who wrote them.',
  },
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'overlay-acts',
        title: 'What you did for what an organisation adds to a framework',
        about: 'You did these for an organisation. They are kept by number, without your name.',
        kind: 'overlay-act',
        tables: ['framework_overlay', 'overlay_version', 'overlay_withdrawal'],
        labels: { did: 'What', overlay: 'Addition', at: 'When' },
        words: { did: { begun: 'Began it', published: 'Published it', withdrawn: 'Withdrew it' } },
        records: await listOverlayActs(db, whose),
      },
    ],
  }),
}
