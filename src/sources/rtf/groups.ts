import { codePageOf, decodeBytes } from './codePages.ts';
import { type RtfToken, rtfTokens } from './tokens.ts';

export type RtfText = {
  /** A form feed ends a paragraph, a line feed a line. */
  readonly body: string;
  readonly notes: readonly string[];
  readonly info: Readonly<Record<string, string>>;
  /** All groups were closed. */
  readonly complete: boolean;
};

/** Where the words of a group go: into the text, a note, a field of the document's information, or nowhere. */
type Target = {
  readonly kind: 'words' | 'info' | 'fonts' | 'none';
  readonly words: string[];
  readonly field?: string;
  /** Of nowhere: where it went before, for what is found within that is to be read all the same. */
  readonly instead?: Target;
};
type Group = { target: Target; font: number; skip: number; hidden: boolean; starred: boolean };
type State = {
  readonly body: string[];
  readonly notes: string[][];
  readonly info: Record<string, string>;
  readonly charsets: Map<number, number>;
  readonly stack: Group[];
  group: Group;
  codePage: number;
  /** Not yet decoded: a character may take two. */
  bytes: number[];
  /** Characters that still stand behind \u for programs without Unicode. */
  pending: number;
  /** Groups nested deeper than anybody nests. */
  beyond: number;
};

const deepest = 5000;

/** The words of an RTF file (one character a byte), by what they are. One pass, no recursion. */
export function readGroups(rtf: string): RtfText {
  const body: string[] = [];
  const state: State = {
    body,
    notes: [],
    info: {},
    charsets: new Map(),
    stack: [],
    group: { target: { kind: 'words', words: body }, font: 0, skip: 1, hidden: false, starred: false },
    codePage: 1252,
    bytes: [],
    pending: 0,
    beyond: 0,
  };
  for (const token of rtfTokens(rtf)) take(state, token);
  flush(state);
  return {
    body: body.join(''),
    notes: state.notes.map(words => words.join('')),
    info: state.info,
    complete: state.stack.length === 0,
  };
}

const isAscii = /^[ -~\t]*$/;

function take(state: State, token: RtfToken): void {
  if (token.kind === 'byte') {
    if (state.pending > 0) state.pending--;
    else state.bytes.push(token.code);
  } else if (token.kind === 'text') {
    const text = token.text.slice(state.pending);
    state.pending = Math.max(0, state.pending - token.text.length);
    // The second byte of a character of two may look like a letter.
    if (state.bytes.length === 0 && isAscii.test(text)) write(state, text);
    else for (let i = 0; i < text.length; i++) state.bytes.push(text.charCodeAt(i));
  } else {
    flush(state);
    if (token.kind === 'open') open(state);
    else if (token.kind === 'close') close(state);
    else obey(state, token.name, token.value);
  }
}

function open(state: State): void {
  if (state.stack.length >= deepest) {
    state.beyond++;
    return;
  }
  state.stack.push(state.group);
  state.group = { ...state.group, starred: false };
  state.pending = 0;
}

function close(state: State): void {
  state.pending = 0;
  if (state.beyond > 0) {
    state.beyond--;
    return;
  }
  const { target } = state.group;
  const outer = state.stack.pop();
  if (!outer) return;
  if (outer.target !== target && target.field) state.info[target.field] ??= target.words.join('').trim();
  state.group = outer;
}

function write({ group }: State, text: string): void {
  const { kind, words } = group.target;
  if (!group.hidden && (kind === 'words' || kind === 'info')) words.push(text);
}

function flush(state: State): void {
  if (state.bytes.length === 0) return;
  const page = codePageOf(state.charsets.get(state.group.font) ?? 0) ?? state.codePage;
  write(state, decodeBytes(state.bytes, page));
  state.bytes = [];
}

const infoFields: Readonly<Record<string, string>> = { title: 'title', author: 'author', company: 'publisher' };

/** Groups that hold nothing to read; so do those behind `\*` that none of the above knows. */
const lost = new Set(
  `info colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr footerf fldinst xe tc
   listtable listoverridetable rsidtbl generator filetbl revtbl nonshppict annotation atnid atnauthor atndate listtext shprslt
   themedata datastore objdata bkmkstart bkmkend`.split(/\s+/),
);

/** What a control word writes. */
const signs: Readonly<Record<string, string>> = {
  par: '\f',
  sect: '\f',
  page: '\f',
  row: '\f',
  line: '\n',
  cell: ' ',
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\f',
  '\r': '\f',
};

function obey(state: State, name: string, value: number | undefined): void {
  const { group } = state;
  if (name === 'u') {
    write(state, String.fromCharCode((value ?? 0) & 0xffff));
    state.pending = group.skip;
  } else if (name === 'uc') group.skip = Math.max(0, value ?? 1);
  else if (name === 'ansicpg') state.codePage = value ?? 1252;
  else if (name === 'f') group.font = value ?? 0;
  else if (name === 'fcharset') state.charsets.set(group.font, value ?? 0);
  else if (name === 'v' || name === 'deleted') group.hidden = value !== 0;
  else if (name === 'plain') group.hidden = false;
  else if (!turn(state, name)) write(state, signs[name] ?? '');
}

/** Words that say where the rest of their group goes. */
function turn(state: State, name: string): boolean {
  const { group } = state;
  const field = infoFields[name];
  const { starred, target } = group;
  group.starred = name === '*';
  if (name === 'footnote' && group.target.words === state.body) {
    const words: string[] = [];
    state.notes.push(words);
    group.target = { kind: 'words', words };
  } else if (name === 'shptxt' && target.instead?.words === state.body) {
    state.body.push('\f');
    group.target = target.instead;
  } else if (field && group.target.kind === 'none') group.target = { kind: 'info', words: [], field };
  else if (name === 'fonttbl') group.target = { kind: 'fonts', words: [] };
  else if (starred) group.target = { kind: 'none', words: [], instead: target };
  else if (lost.has(name)) group.target = { kind: 'none', words: [] };
  else return false;
  return true;
}
