export type LineEnds = {
  /** What stands between a line that ends in a hyphen and the next one: joined, with or without its hyphen. */
  join(line: string, next: string): { readonly text: string; readonly rest: string } | undefined;
};

/** First and second halves of English words that are written as one though both halves are words. */
const closedFirst =
  /^(?:some|any|every|no|with|in|out|over|under|up|down|there|where|here|how|never|none|more|further|them|him|her|it|my|your|our|be|fore|news|work|week|head|house|back|day|land|life|time|air|sea|foot|hand|spokes|chair|policy|law|fire|war|ship|battle|border|birth|black|white|green|book|break|gentle|busi|grand|high|home|key|mean|mid|night|on|off|rail|road|state|sun|super|water|web|wide|wild|wind|wood)$/;
const closedSecond =
  /^(?:thing|things|body|one|where|time|times|ever|how|what|in|out|by|of|from|upon|less|over|self|selves|side|stand|standing|stood|take|taken|taking|come|coming|cause|half|tween|fore|paper|papers|place|day|days|end|ends|line|lines|man|men|woman|women|person|people|maker|makers|making|work|works|worker|workers|room|rooms|ground|grounds|way|ways|ward|wards|port|ports|craft|field|fields|ship|ships|head|keeping|through|town|look|put|set|spread|doing|going|hold|holding|page|site|sites|fall|lands|land|doors|date|dates|stairs)$/;
/** First halves that keep their hyphen whatever follows. */
const openFirst =
  /^(?:self|ex|non|well|long|short|half|cross|quasi|all|low|far|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

/**
 * Decides for one document what a hyphen at a line's end is: the document's own words tell a split word (`infor-`
 * `mation`, when "information" stands elsewhere) from a compound (`long-` `range`).
 */
export function lineEnds(lines: readonly string[]): LineEnds {
  const words = new Set<string>();
  for (const line of lines) for (const word of wholeWords(line)) words.add(word);
  return {
    join: (line, next) => {
      const end = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u.exec(line);
      const start = /^(\p{Ll}[\p{L}\p{M}]*)/u.exec(next);
      const [first, hyphen, second] = [end?.[1], end?.[2], start?.[1]];
      if (first === undefined || second === undefined) {
        // "1990-" "1995", "Franco-" "German", "-" before a figure: one word with its hyphen, no space.
        return /[\p{L}\p{N}][-\u2010]$/u.test(line) && /^[\p{Lu}\p{N}]/u.test(next)
          ? { text: line, rest: next }
          : undefined;
      }
      const keeps =
        hyphen !== '\u00ad' &&
        (chainKeeps(line, next, words) ?? keepsHyphen(first.toLowerCase(), second.toLowerCase(), words));
      return { text: keeps ? line : line.slice(0, -1), rest: next };
    },
  };
}

/** One hyphen of several (`state-of-` `the-art`): undefined when it is none, or nothing speaks for either. */
function chainKeeps(line: string, next: string, words: ReadonlySet<string>): boolean | undefined {
  const first = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*(?=[-\u2010]$)/u.exec(line)?.[0].toLowerCase() ?? '';
  const second = /^[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/u.exec(next)?.[0].toLowerCase() ?? '';
  if (!/[-\u2010]/.test(first + second)) return undefined;
  if (words.has(`${first}-${second}`)) return true;
  if (words.has(first + second)) return false;
  const [last, then] = [/[^-\u2010]*$/.exec(first)?.[0] ?? '', /^[^-\u2010]*/.exec(second)?.[0] ?? ''];
  return linking.test(last) || linking.test(then) ? true : undefined;
}

/** What links the parts of a compound: no syllable of a word. */
const linking = /^(?:of|the|to|in|and|by|for|on|at|up|de|la|le)$/;

function keepsHyphen(first: string, second: string, words: ReadonlySet<string>): boolean {
  if (words.has(`${first}-${second}`)) return true;
  if (words.has(first + second)) return false;
  if (openFirst.test(first)) return true;
  if (closedFirst.test(first) && closedSecond.test(second)) return false;
  return first.length >= 3 && second.length >= 3 && words.has(first) && words.has(second);
}

/** Words in lower case, compounds whole; not the last of a line that is cut by a hyphen, nor the first, which may be its rest. */
function wholeWords(line: string): string[] {
  const words = line.toLowerCase().match(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu) ?? [];
  return words.slice(1, /[-\u2010\u00ad]$/.test(line) ? -1 : undefined).map(word => word.replace(/\u2010/g, '-'));
}
