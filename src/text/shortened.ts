/** White space of any kind as single spaces, none at the ends; what has no width, as where a mark was taken out, is nothing. */
export function oneLine(text: string): string {
  // Most texts are one line already.
  return /[^\S ]| {2}|\u200b/.test(text)
    ? text
        .replace(/\u200b/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : text.trim();
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

/**
 * The same with what is cut taken out of the middle, so that texts which begin alike are told apart by their ends: `I think I
 * might… in all fairness.`
 */
export function shortenedToEnds(text: string, limit: number): string {
  const line = oneLine(text);
  if (line.length <= limit) return line;
  const head = shortened(line, Math.ceil(limit / 2));
  const room = limit - head.length - 1;
  const from = line.length - room;
  const word = line.indexOf(' ', from - 1);
  const tail = line.slice(word >= 0 && word < line.length - room / 2 ? word + 1 : from);
  return `${head} ${tail.replace(/^[\uDC00-\uDFFF]/, '')}`;
}
