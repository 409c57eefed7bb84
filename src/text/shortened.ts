/** White space of any kind as single spaces, none at the ends. */
export function oneLine(text: string): string {
  // Most texts are one line already.
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

/**
 * The text on one line, in at most `limit` UTF-16 units (2 or more): what is longer is cut behind a word, where one ends in
 * the second half, and gets `…`. No character is cut in two.
 */
export function shortened(text: string, limit: number): string {
  const line = oneLine(text);
  if (line.length <= limit) return line;
  const cut = line.lastIndexOf(' ', limit - 1);
  const head = cut > limit / 2 ? line.slice(0, cut) : line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${head.replace(/[\s,;:–—-]+$/u, '')}…`;
}
