import type { Span } from '../model.ts';

const FRONT_MATTER =
  /^\ufeff?(---[ \t]*\r?\n(?:(?!(?:---|\.\.\.)[ \t]*(?:\r?\n|$)).*\r?\n)*(?:---|\.\.\.)[ \t]*(?:\r?\n|$)|\+\+\+[ \t]*\r?\n(?:(?!\+\+\+[ \t]*(?:\r?\n|$)).*\r?\n)*\+\+\+[ \t]*(?:\r?\n|$))/;

/**
 * The metadata at the very beginning of a text, delimiters included: YAML between `---` lines, TOML between `+++` lines.
 * Absent when it is not closed, or when what stands between the lines holds no `key: value` (then they are mere rules).
 */
export function frontMatterOf(text: string): Span | undefined {
  if (!/^\ufeff?(?:---|\+\+\+)/.test(text)) return undefined;
  const match = FRONT_MATTER.exec(text);
  const block = match?.[1];
  if (match === null || block === undefined) return undefined;
  const inner = block.replace(/^.*\r?\n/, '').replace(/(?:---|\.\.\.|\+\+\+)[ \t]*(?:\r?\n)?$/, '');
  if (inner.trim() !== '' && !/^\s*["']?[\w][^\n:=]*["']?\s*[:=]/m.test(inner)) return undefined;
  return { start: match[0].length - block.length, end: match[0].length };
}
