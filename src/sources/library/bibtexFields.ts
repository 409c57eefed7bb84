/** One `@type{key, field = value, …}`; values without their outer braces, `@string` names and `#` resolved. */
export type BibtexEntry = {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
};

const months: Readonly<Record<string, string>> = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, i) => [name, String(i + 1)]),
);

/** The entries of a BibTeX or BibLaTeX file, and the lines of entries that could not be read. One pass. */
export function bibtexEntries(text: string): {
  readonly entries: readonly BibtexEntry[];
  readonly badLines: readonly number[];
} {
  const entries: BibtexEntry[] = [];
  const badLines: number[] = [];
  const strings = new Map(Object.entries(months));
  const head = /@(\w+)\s*([{(])/g;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const type = (match[1] ?? '').toLowerCase();
    if (type === 'comment') continue;
    const from = match.index + match[0].length;
    const end = closing(text, from, match[2] === '(' ? ')' : '}');
    if (end === undefined) {
      badLines.push(text.slice(0, match.index).split('\n').length);
      continue;
    }
    head.lastIndex = end + 1;
    const inner = text.slice(from, end);
    if (type === 'string')
      for (const [name, value] of Object.entries(fieldsOf(inner, strings))) strings.set(name, value);
    else if (type !== 'preamble') {
      const comma = inner.indexOf(',');
      const key = (comma < 0 ? inner : inner.slice(0, comma)).trim();
      entries.push({ type, key, fields: comma < 0 ? {} : fieldsOf(inner.slice(comma + 1), strings) });
    }
  }
  return { entries, badLines };
}

/** Where the brace or parenthesis closes; undefined when it never does, or the next entry begins before it does. */
function closing(text: string, from: number, mark: string): number | undefined {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') i++;
    else if (depth === 0 && character === mark) return i;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '@' && text[i - 1] === '\n' && /^@\w+\s*[{(]/.test(text.slice(i, i + 40))) return undefined;
  }
  return undefined;
}

function fieldsOf(inner: string, strings: ReadonlyMap<string, string>): Record<string, string> {
  const fields: Record<string, string> = {};
  const name = /\s*([\w:.+/-]+)\s*=\s*/y;
  let at = 0;
  while (at < inner.length) {
    name.lastIndex = at;
    const match = name.exec(inner);
    if (!match) break;
    const { value, end } = valueAt(inner, at + match[0].length, strings);
    fields[(match[1] ?? '').toLowerCase()] ??= value;
    const comma = inner.indexOf(',', end);
    if (comma < 0) break;
    at = comma + 1;
  }
  return fields;
}

/** Parts joined by `#`: `{…}`, `"…"`, a number, or a name of `@string`. */
function valueAt(
  text: string,
  from: number,
  strings: ReadonlyMap<string, string>,
): { readonly value: string; readonly end: number } {
  let at = from;
  let value = '';
  for (;;) {
    const mark = text[at];
    if (mark === '{' || mark === '"') {
      const end = closing(text, at + 1, mark === '{' ? '}' : '"') ?? text.length;
      value += text.slice(at + 1, end);
      at = end + 1;
    } else {
      const word = /^[^\s,#{}"]*/.exec(text.slice(at, at + 200))?.[0] ?? '';
      value += strings.get(word.toLowerCase()) ?? word;
      at += word.length;
    }
    const next = /^\s*#\s*/.exec(text.slice(at, at + 200));
    if (!next) return { value, end: at };
    at += next[0].length;
  }
}
