/**
 * Made-up news articles for measuring: as many as wanted, always the same for the same numbers, with the shape of real
 * ones where it matters to an index: word frequencies by Zipf's law over a vocabulary that grows with the corpus, names
 * and figures, quoted speech, sentences of 8 to 35 words.
 */
export type MadeArticle = { readonly path: string; readonly text: string };

const articleWords = 600;

/** Articles `from` to `from + count`, each of about 600 words; an article does not depend on how many there are. */
export function* makeArticles(count: number, from = 0): Generator<MadeArticle> {
  for (let i = from; i < from + count; i++) yield { path: `sources/article-${i}.txt`, text: makeArticle(i) };
}

function makeArticle(number: number): string {
  const random = mulberry32(number * 2654435761 + 1);
  const topic = Array.from({ length: 40 }, () => wordOfRank(300 + Math.floor(random() * 40000)));
  const people = Array.from({ length: 4 }, () => `${pick(random, givenNames)} ${familyName(random)}`);
  const paragraphs: string[] = [`${capital(phrase(random, topic, 9))}`];
  for (let words = 0; words < articleWords; ) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentence(random, topic, people));
    const paragraph = sentences.join(' ');
    words += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return `${paragraphs.join('\n\n')}\n`;
}

function sentence(random: Random, topic: readonly string[], people: readonly string[]): string {
  const length = 8 + Math.floor(random() * random() * 27);
  const said = `${capital(phrase(random, topic, length))}`;
  const kind = random();
  if (kind < 0.2) return `“${said},” ${pick(random, people)} ${pick(random, cues)}.`;
  if (kind < 0.4) return `${pick(random, people)} ${phrase(random, topic, length)} ${figure(random)}.`;
  if (kind < 0.5) return `${said} in ${1950 + Math.floor(random() * 76)}.`;
  return `${said}.`;
}

function phrase(random: Random, topic: readonly string[], length: number): string {
  return Array.from({ length }, () => {
    const kind = random();
    if (kind < 0.45) return pickByRank(random, commonWords);
    if (kind < 0.75) return pick(random, topic);
    // Zipf: rank r about 1 / r, so the logarithm of the rank is even.
    return wordOfRank(Math.floor(Math.exp(random() * Math.log(200_000))));
  }).join(' ');
}

type Random = () => number;

/** A small generator that gives the same numbers everywhere (Tommy Ettinger's mulberry32). */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function pickByRank(random: Random, from: readonly string[]): string {
  return from[Math.floor(Math.exp(random() * Math.log(from.length + 1))) - 1] ?? 'the';
}

/** Every rank is a word of its own: syllables spell the number. */
function wordOfRank(rank: number): string {
  let left = rank + 20;
  let word = '';
  for (; left > 0; left = Math.floor(left / syllables.length)) word += syllables[left % syllables.length];
  return word;
}

function familyName(random: Random): string {
  return capital(wordOfRank(400 + Math.floor(random() * random() * 20000)));
}

function figure(random: Random): string {
  const value = Math.floor(random() ** 4 * 2_000_000);
  return random() < 0.3 ? `${Math.floor(random() * 100)} percent` : value.toLocaleString('en-US');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const commonWords =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because long each just state those people too mr how little us good world make very year still see own work men day get here old between both life being under three never know same last another while'.split(
    ' ',
  );
const syllables =
  'ba ce di fo gu ka le mi no pu ra se ti vo zu bar cen dil fon gur kal lem min nor pul ran ser tin vol zum sta tre cri plo bru'.split(
    ' ',
  );
const givenNames = 'Ada Ben Carla David Elena Farid Grace Hugo Ines Jonas Karim Lena Marco Nora Omar Petra'.split(' ');
const cues = ['said', 'told reporters', 'wrote', 'added', 'said on Tuesday'];
