import { decodeText } from '../decodeText.ts';
import { authorsOf, mergeMetadata } from '../metadata.ts';
import { type Fields, isFields } from '../records/fields.ts';
import { type LibraryEntry, type LibraryReading, workMetadata } from './libraryEntry.ts';

/** CSL-JSON, as Zotero and pandoc write it: one entry or a list. */
export function readCsl(bytes: Uint8Array): LibraryReading {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { entries: [], problems: [decoded.problem] };
  let value: unknown;
  try {
    value = JSON.parse(decoded.text);
  } catch {
    return { entries: [], problems: ['is no valid JSON; export the bibliography again'] };
  }
  return { entries: cslEntries(listOf(value)), problems: [] };
}

/** The entries among the items of a bibliography in CSL, whichever notation they were read from. */
export function cslEntries(items: readonly unknown[]): LibraryEntry[] {
  return items.filter(isFields).map(toEntry);
}

/** Whether a JSON value is a bibliography: entries with a type and a date or creator in the form that CSL gives them. */
export function isCsl(value: unknown): boolean {
  const items = listOf(value);
  return items.length > 0 && items.slice(0, 20).every(item => isFields(item) && isCslItem(item));
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isFields(value) && Array.isArray(value.items) ? value.items : [value];
}

function isCslItem(item: Fields): boolean {
  const dated =
    isFields(item.issued) && ('date-parts' in item.issued || 'raw' in item.issued || 'literal' in item.issued);
  const made =
    Array.isArray(item.author) && item.author.some(name => isFields(name) && ('family' in name || 'literal' in name));
  return typeof item.type === 'string' && (dated || made) && !('text' in item || 'body' in item);
}

function toEntry(item: Fields): LibraryEntry {
  const authors = authorsOf(
    Array.isArray(item.author)
      ? item.author.map(name => (isFields(name) && typeof name.literal === 'string' ? name.literal : name))
      : undefined,
  );
  return {
    key: String(item['citation-key'] ?? item.id ?? ''),
    files: [item.file, item.files, item.attachments].flatMap(filesOf),
    metadata: mergeMetadata(
      workMetadata({
        title: item.title,
        publisher: item['container-title'] ?? item.publisher,
        published: dateOf(item.issued),
        url: item.URL ?? (typeof item.DOI === 'string' ? `https://doi.org/${item.DOI}` : undefined),
        language: item.language,
        accessed: dateOf(item.accessed),
      }),
      { authors },
    ),
  };
}

function filesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(filesOf);
  return isFields(value) ? filesOf(value.path ?? value.localPath ?? value.file) : [];
}

/** `{ "date-parts": [[2025, 10, 16]] }` -> `2025-10-16`; a year or month alone stays one. */
function dateOf(value: unknown): string | undefined {
  if (!isFields(value)) return typeof value === 'string' ? value : undefined;
  const parts: unknown = Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  if (Array.isArray(parts) && parts.length > 0)
    return parts
      .slice(0, 3)
      .map(part => String(part).padStart(2, '0'))
      .join('-');
  return typeof value.raw === 'string' ? value.raw : typeof value.literal === 'string' ? value.literal : undefined;
}
