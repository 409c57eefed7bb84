import type { Span } from '../model.ts';

/** One quotation mark, and what it may do where it stands. */
export type MarkToken = {
  readonly span: Span;
  readonly mark: string;
  readonly double: boolean;
  /** Marks of the families `double` and `single` close each other whatever their shape; guillemets and corner brackets do not. */
  readonly family: 'double' | 'single' | 'guillemet' | 'corner';
  /** The only mark that closes this one, for guillemets and corner brackets. */
  readonly pairsWith?: string;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Its shape, or a space on one side and a letter on the other, leave no doubt that it opens. */
  readonly certainlyOpens: boolean;
};

/** The quotation marks in one paragraph, in order. Apostrophes, inches and feet are left out. */
export function markTokens(text: string, within: Span): MarkToken[] {
  const raw: RawMark[] = [];
  anyMark.lastIndex = within.start;
  for (let match = anyMark.exec(text); match && match.index < within.end; match = anyMark.exec(text)) {
    raw.push(rawMark(text, match.index, match[0], within));
  }
  return classify(raw, text);
}

const anyMark = /''|``|["“”„‟«»‘’‚‛‹›'`「」『』〝〞〟＂]/g;

type RawMark = {
  readonly mark: string;
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  /** A space or an opening bracket, mark or dash stands before (nothing at all counts too). */
  readonly freeBefore: boolean;
  /** A space, closing punctuation or nothing stands behind. */
  readonly freeAfter: boolean;
};

function rawMark(text: string, start: number, mark: string, within: Span): RawMark {
  const end = start + mark.length;
  const before = start > within.start ? codePointBefore(text, start) : '';
  const after = end < within.end ? String.fromCodePoint(text.codePointAt(end) ?? 32) : '';
  return {
    mark,
    span: { start, end },
    before,
    after,
    freeBefore: before === '' || /[\s([{<—–\-―/“„‟«‹‘‚「『〝"'`*_|>¿¡:;,=~+•·]/u.test(before),
    freeAfter: after === '' || /[\s)\]}>—–\-―/”»›’」』〞"'.,;:!?…*_|]/u.test(after),
  };
}

function codePointBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && at > 1;
  return text.slice(at - (pair ? 2 : 1), at);
}

function classify(raw: readonly RawMark[], text: string): MarkToken[] {
  const found: MarkToken[] = [];
  const singles = singlesAhead(raw, text);
  const state: OpenCounts = {
    double: 0,
    single: 0,
    low: 0,
    right: 0,
    reversed: 0,
    reversedSingle: 0,
    guillemet: 0,
    guillemetSingle: 0,
  };
  for (const [at, mark] of raw.entries()) {
    const token = classifyOne(mark, state, at, raw, singles, text);
    if (token) found.push(token);
  }
  return found;
}

/** What stands open so far, counted roughly: enough to tell which way a mark of doubtful direction turns. */
type OpenCounts = {
  double: number;
  single: number;
  low: number;
  right: number;
  reversed: number;
  reversedSingle: number;
  guillemet: number;
  guillemetSingle: number;
};

function classifyOne(
  mark: RawMark,
  open: OpenCounts,
  at: number,
  raw: readonly RawMark[],
  singles: readonly boolean[],
  text: string,
): MarkToken | undefined {
  switch (mark.mark) {
    case '"':
    case '＂':
    case "''":
    case '“':
    case '”':
    case '„':
    case '‟':
    case '``':
    case '〝':
    case '〞':
    case '〟':
      return doubleMark(mark, open, raw[at + 1], text);
    case '«':
    case '»':
      return guillemet(mark, open, false);
    case '‹':
    case '›':
      return guillemet(mark, open, true);
    case '「':
    case '『':
      return token(mark, true, 'corner', true, false, mark.mark === '「' ? '」' : '』');
    case '」':
    case '』':
      return token(mark, true, 'corner', false, true);
    default:
      return singleMark(mark, open, singles[at] ?? false, text);
  }
}

function token(
  mark: RawMark,
  double: boolean,
  family: MarkToken['family'],
  opens: boolean,
  closes: boolean,
  pairsWith?: string,
): MarkToken {
  const certainlyOpens = opens && (!closes || (mark.freeBefore && !mark.freeAfter));
  const base = { span: mark.span, mark: mark.mark, double, family, opens, closes, certainlyOpens };
  return pairsWith === undefined ? base : { ...base, pairsWith };
}

function doubleMark(mark: RawMark, open: OpenCounts, next: RawMark | undefined, text: string): MarkToken | undefined {
  const turn = doubleTurn(mark, open, next, text);
  if (turn === 'none') return undefined;
  if (turn === 'open') {
    open.double++;
    if (mark.mark === '„' || mark.mark === '‟') open.low++;
    return token(mark, true, 'double', true, false);
  }
  open.double = Math.max(0, open.double - 1);
  open.low = Math.max(0, Math.min(open.low, open.double));
  return token(mark, true, 'double', false, true);
}

function doubleTurn(
  mark: RawMark,
  open: OpenCounts,
  next: RawMark | undefined,
  text: string,
): 'open' | 'close' | 'none' {
  const behindSpace = mark.before === '' || /\s/u.test(mark.before);
  const aheadSpace = mark.after === '' || /\s/u.test(mark.after);
  switch (mark.mark) {
    case '„':
    case '‟':
    case '``':
    case '〝':
      return 'open';
    case '〞':
    case '〟':
      return 'close';
    case '“':
      // German „…“, and an opening mark typed where a closing one belongs: “…“
      if (open.double > 0 && open.low > 0 && !behindSpace) return 'close';
      return open.double > 0 && mark.freeAfter && (!mark.freeBefore || /[,.!?…—–-]/.test(mark.before))
        ? 'close'
        : 'open';
    case '”':
      // Swedish ”…”, and a closing mark typed where an opening one belongs: ”…”
      return open.double === 0 && (behindSpace || mark.freeBefore) && !aheadSpace && !mark.freeAfter ? 'open' : 'close';
    default:
      return straightTurn(mark, open, next, text, behindSpace, aheadSpace);
  }
}

function straightTurn(
  mark: RawMark,
  open: OpenCounts,
  next: RawMark | undefined,
  text: string,
  behindSpace: boolean,
  aheadSpace: boolean,
): 'open' | 'close' | 'none' {
  const digitBefore = /\d/.test(mark.before);
  if (open.double === 0) {
    if (digitBefore && mark.freeAfter) return 'none';
    if (aheadSpace && !behindSpace && mark.mark === "''") return 'none';
    return aheadSpace && !behindSpace ? 'close' : /[\p{L}\p{N}]/u.test(mark.before) ? 'none' : 'open';
  }
  if (digitBefore && isInches(mark, next, text)) return 'none';
  if (behindSpace && !aheadSpace && !mark.freeAfter) return 'open';
  return mark.freeBefore && !mark.freeAfter && !/["'.,!?”’]/.test(mark.before) ? 'open' : 'close';
}

/** Inside a quotation, a mark behind a digit is an inch sign when the words go on and the next mark closes. */
function isInches(mark: RawMark, next: RawMark | undefined, text: string): boolean {
  if (!next || next.mark !== mark.mark || /\s/u.test(next.before) || !next.freeAfter) return false;
  return /^[ -]\p{Ll}/u.test(text.slice(mark.span.end, mark.span.end + 2));
}

function guillemet(mark: RawMark, open: OpenCounts, single: boolean): MarkToken {
  const straight = single ? 'guillemetSingle' : 'guillemet';
  const reversed = single ? 'reversedSingle' : 'reversed';
  const left = mark.mark === '«' || mark.mark === '‹';
  const partner = single ? (left ? '›' : '‹') : left ? '»' : '«';
  if (left && open[reversed] > 0) {
    open[reversed]--;
    return token(mark, !single, 'guillemet', false, true);
  }
  if (left) {
    open[straight]++;
    return token(mark, !single, 'guillemet', true, false, partner);
  }
  if (open[straight] > 0 || !mark.freeBefore || mark.freeAfter) {
    open[straight] = Math.max(0, open[straight] - 1);
    return token(mark, !single, 'guillemet', false, true);
  }
  open[reversed]++;
  return token(mark, !single, 'guillemet', true, false, partner);
}

/** Words that are written with a leading apostrophe. */
const elided =
  /^(?:\d0s|\d\ds?\b|em\b|til\b|till\b|tis\b|twas\b|twere\b|cause\b|cuz\b|bout\b|round\b|n\b|neath\b|gainst\b|cept\b|s\b|im\b|er\b|un\b|ello\b|tude\b|hood\b)/i;

function singleMark(mark: RawMark, open: OpenCounts, closerAhead: boolean, text: string): MarkToken | undefined {
  const rest = text.slice(mark.span.end, mark.span.end + 10);
  const behindSpace = mark.before === '' || /\s/u.test(mark.before);
  if (mark.mark === '‘' || mark.mark === '‚' || mark.mark === '‛' || mark.mark === '`') {
    if (mark.mark === '‘' && !mark.freeBefore && mark.freeAfter && open.single > 0) return closeSingle(mark, open);
    if (elided.test(rest) && !closerAhead) return undefined;
    if (mark.mark === '`' && !closerAhead) return undefined;
    if (/[\p{L}\p{N}]/u.test(mark.before) || mark.after === '' || /\s/u.test(mark.after)) return undefined;
    open.single++;
    return { ...token(mark, false, 'single', true, false), certainlyOpens: mark.mark === '‘' };
  }
  if (mark.freeAfter && !behindSpace && open.single > 0) {
    return isPossessive(mark, text) && closerAhead ? undefined : closeSingle(mark, open);
  }
  const opens = mark.mark === "'" && mark.freeBefore && /[\p{L}\p{N}"“$£€[(]/u.test(mark.after) && !elided.test(rest);
  if (!opens) return undefined;
  open.single++;
  return { ...token(mark, false, 'single', true, false), certainlyOpens: behindSpace };
}

function closeSingle(mark: RawMark, open: OpenCounts): MarkToken {
  open.single--;
  return token(mark, false, 'single', false, true);
}

/** `the boys' rock`: behind an s, and the words go on. */
function isPossessive(mark: RawMark, text: string): boolean {
  return /s/i.test(mark.before) && /^\s[\p{L}\p{N}]/u.test(text.slice(mark.span.end, mark.span.end + 2));
}

/** For each mark, whether a single mark that can only close stands behind it, before another single one opens. */
function singlesAhead(raw: readonly RawMark[], text: string): boolean[] {
  const ahead: boolean[] = new Array(raw.length).fill(false);
  let closer = false;
  for (let at = raw.length - 1; at >= 0; at--) {
    ahead[at] = closer;
    const mark = raw[at];
    if (!mark) continue;
    const apostrophe = mark.mark === "'" || mark.mark === '’';
    if (apostrophe && mark.freeAfter && !/\s/u.test(mark.before) && mark.before !== '' && !isPossessive(mark, text))
      closer = true;
    else if (mark.mark === '‘' || (mark.mark === "'" && mark.freeBefore && !mark.freeAfter)) closer = false;
  }
  return ahead;
}
