/**
 * Which of the encodings from before Unicode a text is in, as the name that TextDecoder knows; windows-1252 when nothing
 * speaks for another. Scripts tell themselves by the letters they use most, double-byte encodings by the bytes they allow.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, longestSample);
  return doubleByte(sample) ?? otherAlphabet(sample) ?? latinOf(sample);
}

/** Text in a named encoding; undefined when the name is unknown. */
export function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label);
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withCurlyMarks(text) : text;
  } catch {
    return undefined;
  }
}

/** What windows-1252 has where Latin-1 has control characters; the five holes stay as they are. */
const above80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Some releases of Node decode windows-1252 as Latin-1, which turns the curly quotation marks into control characters,
 * which stand in no text: they are put right here.
 */
export function withCurlyMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, character => above80.charAt(character.charCodeAt(0) - 0x80));
}

const longestSample = 200_000; // bytes

/** The letters that make up most of a text in an alphabet of its own, lower case. */
const alphabets: readonly { readonly labels: readonly string[]; readonly common: string }[] = [
  { labels: ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'], common: 'оеаинтсрвлкмді' },
  { labels: ['windows-1253'], common: 'αοιετσνηυρπκά' },
  { labels: ['windows-1255'], common: 'יוהלאמרתבשנ' },
  { labels: ['windows-1256', 'iso-8859-6'], common: 'ايلمنوتربعة' },
];

/** Where half of the letters lie beyond ASCII the alphabet is not Latin. */
function otherAlphabet(bytes: Uint8Array): string | undefined {
  let [high, ascii] = [0, 0];
  for (const byte of bytes) {
    if (byte >= 0x80) high++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii++;
  }
  if (high < 8 || high < ascii) return undefined;
  const scored = alphabets.flatMap(({ labels, common }) =>
    labels.map(label => ({ label, share: share(label, common) })),
  );
  const best = scored.sort((a, b) => b.share - a.share)[0];
  return best && best.share > 0.45 ? best.label : undefined;

  function share(label: string, common: string): number {
    const text = decodeAs(label, bytes) ?? '';
    let found = 0;
    for (const character of text) if (common.includes(character)) found++;
    return found / high;
  }
}

/** Latin letters: which ones, tells what they come out as when they are taken for those of Western Europe. */
function latinOf(bytes: Uint8Array): string {
  const text = decodeAs('windows-1252', bytes) ?? '';
  const occurs = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  // Superscripts and signs within words are letters of Polish and Slovak; no Western language has all of the others.
  const isCentral =
    occurs(/[a-zA-ZÀ-ÿ][³¹¿¾¼][a-zà-ÿ]/g) >= 2 || [/ø/, /ì/, /[šžý]/].every(letter => letter.test(text));
  if (isCentral) return 'windows-1250';
  return occurs(/[ýþð]/g) >= 2 && /\b(?:ve|bir|olan|olarak|olacak)\b/i.test(text) ? 'windows-1254' : 'windows-1252';
}

type Pairs = { count: number; first: number[]; inEuc: number };

/** Japanese shows its hiragana, Korean its syllables; of the Chinese encodings Big5 alone uses low second bytes much. */
function doubleByte(bytes: Uint8Array): string | undefined {
  const { count, first, inEuc } = pairsOf(bytes);
  const share = (from: number, to: number): number =>
    first.slice(from, to + 1).reduce((sum, found) => sum + found, 0) / Math.max(1, count);
  const isValid = (label: string): boolean => {
    const damaged = decodeAs(label, bytes)?.split('\uFFFD').length ?? 1;
    return (damaged - 1) * 200 <= count;
  };
  if (count < 8) return undefined;
  if (shiftJisKana(bytes) > 0.15 && isValid('shift_jis')) return 'shift_jis';
  if (inEuc > 0.98 * count) {
    if (share(0xa4, 0xa5) > 0.15 && isValid('euc-jp')) return 'euc-jp';
    if (share(0xb0, 0xc8) + share(0xa1, 0xa3) > 0.95 && isValid('euc-kr')) return 'euc-kr';
    return share(0xb0, 0xd7) > 0.6 && isValid('gb18030') ? 'gb18030' : undefined;
  }
  if (share(0xa4, 0xc6) + share(0xa1, 0xa3) > 0.85 && isValid('big5')) return 'big5';
  return share(0xb0, 0xd7) > 0.6 && isValid('gb18030') ? 'gb18030' : undefined;
}

/** The pairs that begin with a high byte: how many, by their first byte, and how many have a high second byte. */
function pairsOf(bytes: Uint8Array): Pairs {
  const pairs: Pairs = { count: 0, first: new Array<number>(256).fill(0), inEuc: 0 };
  let single = 0;
  for (let i = 0; i < bytes.length - 1; i++) {
    const [first, second] = [bytes[i] ?? 0, bytes[i + 1] ?? 0];
    if (first < 0x81) continue;
    if (second < 0x40) single++;
    else {
      pairs.count++;
      pairs.first[first] = (pairs.first[first] ?? 0) + 1;
      if (second >= 0xa1) pairs.inEuc++;
      i++;
    }
  }
  // Accents in Western words are followed by letters, but also by spaces and signs: no pair ever is.
  return single * 50 > pairs.count ? { ...pairs, count: 0 } : pairs;
}

/** Of the high bytes, the part that belongs to hiragana in Shift-JIS. */
function shiftJisKana(bytes: Uint8Array): number {
  let [high, kana] = [0, 0];
  for (let i = 0; i < bytes.length - 1; i++) {
    const [first, second] = [bytes[i] ?? 0, bytes[i + 1] ?? 0];
    if (first < 0x81) continue;
    high++;
    if (first === 0x82 && second >= 0x9f && second <= 0xf1) kana++;
    if (first < 0xa0 || first >= 0xe0) i++;
  }
  return kana / Math.max(1, high);
}
