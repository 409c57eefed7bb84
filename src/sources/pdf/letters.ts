/** From U+000B on: the signs of TeX's newer (T1) and older (OT1) fonts. */
const newer = '¸˛‚‹›“”„«»–—\u200b₀ıȷﬀﬁﬂﬃﬄ';
const older = 'ﬀﬁﬂﬃﬄıȷ`´ˇ˘¯°¸ßæœøÆŒØ';

/** The signs for parts of Chinese letters that have no compatibility mapping to the letters of the same look. */
const radicals =
  '⼾户⺠民⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀';
const letterOfRadical = new Map(
  Array.from({ length: radicals.length / 2 }, (_, i) => [radicals[2 * i], radicals[2 * i + 1]]),
);

/**
 * How the letters of a document become those that people type. Fonts that TeX drew as pictures name their letters by
 * TeX's own numbers, where ligatures and quotation marks are control characters; which of its two orders, all texts
 * together tell. Arabic letters come as their joined forms, some Chinese ones as the radicals that look like them.
 */
export function lettersOf(texts: Iterable<string>): (text: string) => string {
  let [ofNewer, ofOlder] = [0, 0];
  for (const text of texts) {
    for (const [sign] of text.matchAll(controls)) {
      const code = sign.charCodeAt(0);
      if (code >= 0x0b && code <= 0x0f) ofOlder++;
      else if (code >= 0x10 && code <= 0x1f) ofNewer++;
    }
  }
  if (ofNewer + ofOlder === 0) return plainForms;
  const signs = ofNewer >= ofOlder ? newer : older;
  return text =>
    plainForms(text.replace(controls, sign => signs[sign.charCodeAt(0) - 0x0b] ?? (sign === '\u0088' ? '•' : sign)));
}

const controls = /\p{Cc}/gu;

function plainForms(text: string): string {
  return text.replace(
    /[\u2e80-\u2fdf\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]/g,
    sign => letterOfRadical.get(sign) ?? sign.normalize('NFKC'),
  );
}
