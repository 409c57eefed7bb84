/**
 * Whether the terminator at `from`..`after` of `text` ends a sentence; `end` is where its closing marks end.
 * Rules and lists, English with the commonest German, French and Spanish abbreviations: a model would be slower and is not
 * better on news (see ARCHITECTURE.md).
 */
export function endsSentence(text: string, from: number, after: number, end: number): boolean {
  const code = text.charCodeAt(end);
  const spaced = code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0;
  if (!spaced) return splitsWithoutSpace(text, from, end);
  const next = text.slice(end, end + 90).trimStart();
  const first = /^["'“‘«„‚»([*_¿¡—–-]*\s?(\S)/u.exec(next)?.[1] ?? '';
  if (/\p{Ll}/u.test(first)) return false;
  const mark = text.slice(from, after);
  if (/^(?:\.\.+|…| ?\.(?: \.)+)/.test(mark) || mark.endsWith('…'))
    return endsAtEllipsis(text, from, end > after, next);
  if (mark !== '.') return end === after || !namesSpeaker(next);
  return end > after || !isAbbreviation(text, from, next);
}

/** `it"."I'm`, `peace talks.President`: a missing space, told from `example.Com` and `U.S.A` by the words around. */
function splitsWithoutSpace(text: string, from: number, end: number): boolean {
  const next = text.slice(end, end + 30);
  if (/^["“‘«„](?:\p{Lu}|\p{N}|I\b)/u.test(next)) return true;
  if (/^["'“‘«„]/.test(next)) return /["”’'»]/.test(text[from - 1] ?? '');
  if (/^(?:com|org|net|edu|gov|co|io|uk|de|fr|eu|info|biz|tv|js|md|txt|pdf)\b/i.test(next)) return false;
  const before = text.slice(Math.max(0, from - 30), from);
  if (/["”»]$/.test(text.slice(from, end)) && /^\p{Lu}/u.test(next)) return true;
  return /(?:^|[\s\-—"“”’,])\p{L}?\p{Ll}{2,}["”’]?$/u.test(before) && /^\p{Lu}\p{Ll}*(?:[\s,’']|$)/u.test(next);
}

function endsAtEllipsis(text: string, from: number, closed: boolean, next: string): boolean {
  if (closed) return true;
  return !/\s/.test(text[from - 1] ?? ' ') && /^["'“‘«(]*\p{Lu}/u.test(next) && isStarter(next);
}

const speech =
  /^(?:(?:the|a|an|his|her|their|former|then|one)\s)?(?:[\p{Lu}][\p{L}.’'-]*\s|(?:of|the|and|de|van|von)\s){0,5}?(?:[\p{Lu}][\p{L}.’'-]*|he|she|they|it|president|senator|judge|spokes\w+)\s(?:\w+ly\s)?(?:said|says|asked|asks|told|wrote|writes|added|adds|replied|shouted|cried|exclaimed|tweeted|wondered|joked|quipped|demanded|responded|continued|declared|yelled|inquired|answered)\b/u;

/** `“Why?” Mr. Trump asked.` is one sentence: the words behind the closing mark only say who spoke. */
function namesSpeaker(next: string): boolean {
  return speech.test(next);
}

/** Words that begin sentences and not names: after `U.S.` or an initial they show that the sentence ended there. */
const starters = new Set(
  `The A An He She It They We You I This That These Those There Here His Her Its Their Our My Your In On At By For From To With
  As If When While After Before Since Until Although Though Because But And Or So Yet Not No Now Then Still Also Even Just What
  Who Why How Where Which Some Many Most All Both Each Every Another One Two Three Several However Meanwhile Instead Earlier Later
  Last Among Under Over During Between Despite According Asked Once Only Such Is Are Was Were Do Does Did Can Could Will Would
  Should Has Have Had Let Other Others Unlike Like Speaking Nobody Nothing Everyone Today Yesterday Perhaps Maybe Yes Well`.split(
    /\s+/,
  ),
);

function isStarter(next: string): boolean {
  const first = /^["'“‘«([—–-]*\s?([\p{L}’']+)/u.exec(next)?.[1] ?? '';
  return starters.has(first.replace(/[’'].*$/, '')) || /^["“«]/.test(next);
}

/** Stand before a name or number, so never end a sentence. */
const titles = new Set(
  `mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt sgt cpl capt cmdr adm maj pvt rev fr hon pres supt atty messrs mme
  mlle st mt ft sr sra srta dra hr frl vs v cf al viz ca bzw usw abs nr bd hrsg ed eds pp p vol fig eq sec ch art approx ext tel
  dept asst assn`.split(/\s+/),
);
/** Stand before a name or end a sentence: decided by the word that follows. */
const either = new Set(
  `jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun inc corp co ltd llc jr sr bros esq ph
  ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore penn pa tenn
  tex va vt wash wis wyo ave blvd rd hwy ste etc est dist univ natl intl gov gmbh cie`.split(/\s+/),
);

function isAbbreviation(text: string, from: number, next: string): boolean {
  const before = text.slice(Math.max(0, from - 24), from);
  const token = /(?:^|[^\p{L}\p{N}.])((?:\p{L}\.)*\p{L}+)$/u.exec(before)?.[1] ?? '';
  if (!token) return false;
  const lower = token.toLowerCase();
  const digit = /^[([$€£]?\d/.test(next);
  if (lower === 'no' || lower === 'nos' || lower === 'art') return digit;
  if (/^[ap]\.m$/.test(lower)) return timeGoesOn(text.slice(Math.max(0, from - 60), from), next);
  if (token.includes('.')) return /^(?:e\.g|i\.e|z\.b|d\.h|u\.a)$/.test(lower) || !isStarter(next);
  if (token.length === 1 && /\p{Lu}/u.test(token)) return token === 'I' ? false : !isStarter(next);
  if (token.length === 1) return digit || !isStarter(next);
  if (titles.has(lower)) return lower !== 'al' || !isStarter(next);
  return either.has(lower) && (digit || (isCapitalised(token) && !isStarter(next)));
}

const dayOrZone =
  /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.? \d|^(?:\(?\p{Lu}{2,4}\b|Eastern|Central|Pacific|Mountain|Greenwich)|^\p{Lu}\p{L}+ (?:time|Time)\b/u;

/** "At 10 a.m. Tuesday", "10 a.m. EST", and "At 10 a.m. Mayor Lind opened it", where the time begins the sentence. */
function timeGoesOn(before: string, next: string): boolean {
  if (dayOrZone.test(next) || !/^["'“‘«(]*\p{Lu}/u.test(next)) return true;
  return !isStarter(next) && opening.test(before);
}

const opening =
  /(?:^|[.!?]["”’]? |\n)(?:At|By|Around|About|Before|After|Until|From|(?:Just|Shortly|Soon) (?:before|after)) (?:about |around |nearly )?\d[\d:.]* [ap]\.m$/u;

function isCapitalised(token: string): boolean {
  return /^\p{Lu}/u.test(token);
}
