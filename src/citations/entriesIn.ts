import type { Entry } from './entry.ts';

/** CSL entries out of data (JSON, YAML): those that have a key; numbers are taken for keys too. */
export function entriesIn(data: unknown): Entry[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { id, type } = item as Readonly<Record<string, unknown>>;
    if ((typeof id !== 'string' && typeof id !== 'number') || id === '') return [];
    return [sound({ ...item, id: String(id), type: typeof type === 'string' ? type : 'document' })];
  });
}

/** A field of a kind that CSL does not know is dropped, so that nothing behind has to ask again. */
function sound(item: Entry): Entry {
  const { title, author, issued, URL: url, ...rest } = item as Record<keyof Entry, unknown>;
  return {
    ...rest,
    id: item.id,
    type: item.type,
    ...(typeof title === 'string' || typeof title === 'number' ? { title: String(title) } : {}),
    ...(Array.isArray(author) ? { author: author.filter(isRecord) } : {}),
    ...issuedOf(issued),
    ...(typeof url === 'string' ? { URL: url } : {}),
  };
}

/** Pandoc's YAML also takes `issued: 2024-03-02` and lists of `{ year, month, day }`. */
function issuedOf(issued: unknown): Pick<Entry, 'issued'> {
  const first: unknown = Array.isArray(issued) ? issued[0] : issued;
  if (typeof first === 'string' || typeof first === 'number') {
    const parts = String(first).split('-').map(Number);
    return { issued: parts.every(Number.isInteger) ? { 'date-parts': [parts] } : { literal: String(first) } };
  }
  if (!isRecord(first)) return {};
  const { year, month, day } = first;
  const parts = [year, month, day].filter(part => part !== undefined).map(Number);
  if (parts.length > 0) return { issued: { 'date-parts': [parts] } };
  const dates = first['date-parts'];
  if (Array.isArray(dates) && dates.every(Array.isArray)) return { issued: first as Entry['issued'] & object };
  return typeof first.literal === 'string' ? { issued: { literal: first.literal } } : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
