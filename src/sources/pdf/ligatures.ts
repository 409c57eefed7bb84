const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** "de fi nitely", "de ﬁ nitely" -> "definitely": some programs set ligatures apart as if they were words. */
export function mendLigatures(text: string): string {
  return text
    .replace(/(?<=\p{Ll}) ?([ﬀ-ﬄ]) (?=\p{Ll})/gu, '$1')
    .replace(/[ﬀ-ﬆ]/g, sign => ligatures[sign] ?? sign)
    .replace(/\b(?!(?:sci|wi|hi|semi|lo) )(\p{Ll}{1,12}) (f[il]|ff[il]?) (?=\p{Ll}{2,})/gu, '$1$2');
}
