import { t } from '#kernel/words.ts';

/** What a column of a sheet can be, in the order of the form; the headings that name it elsewhere, as one would say them. */
const FIELDS = {
  title: { label: () => t('Title'), known: /^(?:work |project )?(?:title|name)$|^(?:project|work|initiative)$/ },
  problem: { label: () => t('The problem'), known: /problem|background|rationale|^why|^issue/ },
  aim: { label: () => t('The aim'), known: /^(?:smart )?aims?$|aim statement|goal|objective|purpose/ },
  tried: {
    label: () => t('What was tried'),
    known: /tried|intervention|^what (?:we|was) d|description|summary|change/,
  },
  lesson: { label: () => t('What you would tell the next person'), known: /lesson|learn|next person|reflection/ },
  state: { label: () => t('How far it has come'), known: /^(?:state|status|stage|phase|progress|how far)/ },
  country: { label: () => t('Country'), known: /^(?:country|nation)$/ },
  place: { label: () => t('Place'), known: /^(?:place|location|town|city|site|ward|region|area|where)/ },
  organisation: { label: () => t('Organisation'), known: /organi[sz]ation|trust|board|employer|provider/ },
  methods: { label: () => t('Methods'), known: /method|approach|tool/ },
  startedOn: { label: () => t('When it began'), known: /start|began|begin|^from$|^date$/ },
  endedOn: { label: () => t('When it ended'), known: /end|finish|complet|clos|^to$/ },
} satisfies Record<string, { label: () => string; known: RegExp }>;

export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS).filter((name): name is Field => name in FIELDS);

/** Which column (from nought) is which field; a field that is not there has none. */
export type Columns = Partial<Record<Field, number>>;

export function fieldLabel(field: Field): string {
  return FIELDS[field].label();
}

/** A guess by the headings: each column for the first field that knows its name, each field by its first column. */
export function guess(headings: readonly string[]): Columns {
  const columns: Columns = {};
  for (const [column, heading] of headings.entries()) {
    const words = heading
      .toLowerCase()
      .replace(/[_\s]+/g, ' ')
      .trim();
    const field = FIELD_NAMES.find((name) => columns[name] === undefined && FIELDS[name].known.test(words));
    if (field) columns[field] = column;
  }
  return columns;
}
