import type { SourceField } from '../model.ts';

/**
 * Which fields of a record hold what: `{ "text": "story.body", "title": "head" }`. A dot leads into a nested object.
 * The setting `sources.fields`.
 */
export type FieldNames = Readonly<Partial<Record<SourceField | 'text', string>>>;
