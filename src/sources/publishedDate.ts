const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** Each form with the order of its groups. Numbers that could be day or month are read only when they are unambiguous. */
const forms: readonly { pattern: RegExp; order: readonly ('year' | 'month' | 'day')[] }[] = [
  { pattern: /\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, order: ['year', 'month', 'day'] },
  { pattern: /\b(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, order: ['year', 'month', 'day'] },
  {
    pattern: new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i'),
    order: ['month', 'day', 'year'],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthName},?\\s+(\\d{4})\\b`, 'i'),
    order: ['day', 'month', 'year'],
  },
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
  return /^\d+$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? date.toISOString().slice(0, 10) : undefined;
}
