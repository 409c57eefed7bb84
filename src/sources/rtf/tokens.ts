/** The parts of an RTF file. `char` codes are bytes in the document's or the font's code page. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'byte'; readonly code: number };

const word = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const plain = /[^\\{}\r\n]+/y;

/** Takes an RTF file (one character a byte) apart, in one pass. Control symbols come as words of one character. */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  let at = 0;
  while (at < rtf.length) {
    const character = rtf[at];
    if (character === '{' || character === '}') {
      yield { kind: character === '{' ? 'open' : 'close' };
      at++;
    } else if (character === '\r' || character === '\n') at++;
    else if (character !== '\\') {
      plain.lastIndex = at;
      const text = plain.exec(rtf)?.[0] ?? character ?? '';
      yield { kind: 'text', text };
      at += text.length;
    } else {
      const { token, length } = control(rtf, at + 1);
      yield token;
      // Raw bytes of a picture stand behind \bin.
      const binary = token.kind === 'word' && token.name === 'bin' ? Math.max(0, token.value ?? 0) : 0;
      at += 1 + length + binary;
    }
  }
}

function control(rtf: string, at: number): { readonly token: RtfToken; readonly length: number } {
  const symbol = rtf[at] ?? '';
  if (symbol === "'") {
    const code = Number.parseInt(rtf.slice(at + 1, at + 3), 16);
    return { token: { kind: 'byte', code: Number.isNaN(code) ? 0x3f : code }, length: 3 };
  }
  word.lastIndex = at;
  const match = word.exec(rtf);
  if (!match) return { token: { kind: 'word', name: symbol, value: undefined }, length: 1 };
  const [whole, name = '', value] = match;
  return {
    token: { kind: 'word', name, value: value === undefined ? undefined : Number(value) },
    length: whole.length,
  };
}
