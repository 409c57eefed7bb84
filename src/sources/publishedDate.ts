/** The months' names in the languages that sources are most often in, and what people shorten them to. */
const monthNames = [
  'january jan januar janvier janv januari enero ene gennaio gen janeiro',
  'february feb februar février fevrier févr fevr februari febrero febbraio fevereiro',
  'march mar märz marz mars maart mrt marzo março marco',
  'april apr avril avr abril abr aprile',
  'may mai mei mayo maggio mag maio',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug août aout augustus agosto ago',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez décembre decembre diciembre dic dicembre dezembro',
].map(names => names.split(' '));
const monthName = `(${monthNames.flat().join('|')})\\.?`;

/** Each form with the order of its groups. Numbers that could be day or month are read only when they are unambiguous. */
const forms: readonly { pattern: RegExp; order: readonly ('year' | 'month' | 'day')[] }[] = [
  { pattern: /\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, order: ['year', 'month', 'day'] },
  { pattern: /\b(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, order: ['year', 'month', 'day'] },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${monthName}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, 'iu'),
    order: ['month', 'day', 'year'],
  },
  {
    // "Mon Mar 10 07:00:00 +0000 2025", as programs print it.
    pattern: new RegExp(
      String.raw`(?<!\p{L})${monthName}\s+(\d{1,2})\s+\d{2}:\d{2}(?::\d{2})?\s+(?:\S{1,6}\s+)?(\d{4})\b`,
      'iu',
    ),
    order: ['month', 'day', 'year'],
  },
  {
    // "10 March 2025", "10. März 2025", "1er mars 2025", "10 de marzo de 2025".
    pattern: new RegExp(
      String.raw`\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?${monthName},?\s+(?:de\s+)?(\d{4})\b`,
      'iu',
    ),
    order: ['day', 'month', 'year'],
  },
  { pattern: /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/, order: ['year', 'month', 'day'] },
  { pattern: /(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})일/, order: ['year', 'month', 'day'] },
  // The short form of ISO 8601, where it is all there is.
  { pattern: /^\s*(\d{4})(\d{2})(\d{2})(?:T[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/, order: ['year', 'month', 'day'] },
  { pattern: /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/, order: ['day', 'month', 'year'] },
  { pattern: /\b(1[3-9]|2\d|3[01])\/(\d{1,2})\/(\d{4})\b/, order: ['day', 'month', 'year'] },
  { pattern: /\b(\d{1,2})\/(1[3-9]|2\d|3[01])\/(\d{4})\b/, order: ['month', 'day', 'year'] },
];

export type FoundDate = { readonly date: string; readonly start: number; readonly end: number };

/**
 * The first date in a text as people write it in headers (`2025-10-16T09:00Z`, `October 16, 2025`, `16.10.2025`), as
 * an ISO 8601 date with where it stands; undefined when there is none or it is no day of the calendar. `03/04/2025` is
 * not guessed.
 */
export function findDate(text: string): FoundDate | undefined {
  let first: FoundDate | undefined;
  for (const { pattern, order } of forms) {
    const match = pattern.exec(text);
    if (!match || (first && match.index >= first.start)) continue;
    const part = (name: 'year' | 'month' | 'day') => match[order.indexOf(name) + 1] ?? '';
    const date = isoDate(Number(part('year')), monthNumber(part('month')), Number(part('day')));
    if (date) first = { date, start: match.index, end: match.index + match[0].length };
  }
  return first;
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return monthNames.findIndex(names => names.includes(text.toLowerCase())) + 1;
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? date.toISOString().slice(0, 10) : undefined;
}
