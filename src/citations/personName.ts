/** A person's name in parts, or the name of a body that has none. */
export type PersonName = { readonly family: string; readonly given?: string } | { readonly literal: string };

const particles = new Set(
  'van von der den de da di do dos das del della du la le bin ibn al el ter ten zu zur vom'.split(' '),
);
const honours = /^(?:jr|sr|ii|iii|iv|phd|md)\.?$/i;

/** Words that no person is called by: a name with one of them is a body's. */
const bodies =
  /\b(?:news|press|agency|times|post|journal|herald|guardian|ministry|department|office|university|institute|committee|commission|council|government|bank|group|team|staff|association|organi[sz]ation|union|company|corporation|inc|ltd|llc|bureau|desk|editors?|reuters|bbc|cnn|afp|service|party|foundation|society|court|police)\b/i;

/** `Rosa van der Ode` and `van der Ode, Rosa` -> family `van der Ode`, given `Rosa`; a body or a single word stays whole. */
export function personName(name: string): PersonName {
  const line = name.replace(/\s+/g, ' ').trim();
  const [before = '', ...after] = line.split(/\s*,\s*/);
  const rest = after.filter(part => !honours.test(part));
  if (bodies.test(line)) return { literal: line };
  if (rest.length > 0) return { family: before, given: rest.join(' ') };
  const words = before.split(' ').filter(word => !honours.test(word));
  if (words.length < 2) return { literal: before };
  const particle = words.findIndex((word, i) => i > 0 && particles.has(word.toLowerCase()));
  const at = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}

/** What a name is sorted and cited by. */
export function familyName(name: string): string {
  const parts = personName(name);
  return 'family' in parts ? parts.family : parts.literal;
}
