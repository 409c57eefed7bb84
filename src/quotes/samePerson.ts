import { foldKey } from '../text/fold.ts';
import { determiners, officeNouns } from './wordLists.ts';

/**
 * Whether two names as texts give them mean one person: a surname and a full name, with and without titles, and spelling
 * variants of long names are the same. Undefined when it cannot be told, as with a role against a name.
 */
export function samePerson(a: string, b: string): boolean | undefined {
  const one = nameParts(a);
  const two = nameParts(b);
  if (one.length === 0 || two.length === 0) return undefined;
  const lastOne = one.at(-1) ?? '';
  const lastTwo = two.at(-1) ?? '';
  if (!sameSpelling(lastOne, lastTwo)) {
    return one.some(part => two.some(other => sameSpelling(part, other))) ? undefined : false;
  }
  if (endsWith(one, two) || endsWith(two, one)) return true;
  const firstOne = one.length > 1 ? (one[0] ?? '') : '';
  const firstTwo = two.length > 1 ? (two[0] ?? '') : '';
  if (!firstOne || !firstTwo || sameSpelling(firstOne, firstTwo)) return true;
  if (isNickname(firstOne, firstTwo) || isNickname(firstTwo, firstOne)) return true;
  return firstOne[0] === firstTwo[0] ? undefined : false;
}

/** `Council Member Aisha Demir` and `Aisha Demir`: whatever stands before a whole name. */
function endsWith(long: readonly string[], short: readonly string[]): boolean {
  return short.length > 1 && short.every((part, i) => part === long.at(i - short.length));
}

/** Short forms that begin with another letter than the name they stand for. */
const nicknames: ReadonlyMap<string, string> = new Map(
  `bob robert,rob robert,bill william,will william,ted edward,ted theodore,ned edward,dick richard,rick richard,jim james,jack john,
  liz elizabeth,beth elizabeth,betty elizabeth,peggy margaret,meg margaret,tony anthony,chuck charles,hank henry,harry henry,
  larry lawrence,jerry gerald,beto robert,sandy alexander,sasha alexander,mitt willard,bernie bernard,vova volodymyr,bibi benjamin`
    .split(/,\s*/)
    .map(pair => pair.split(' ') as [string, string]),
);

function isNickname(short: string, full: string): boolean {
  return nicknames.get(short) === full;
}

const titles = new Set(
  `mr mrs ms miss dr prof professor sen senator rep representative gov governor gen general president vice prime minister
  secretary chancellor mayor judge justice sir lord lady king queen prince princess pope rev reverend col colonel lt sgt capt
  captain former us u.s jr sr ii iii m mme mlle herr frau sra señor señora signor signora`.split(/\s+/),
);

/** Offices that are surnames as well: left out where a name follows. */
const offices = new Set(
  `council member councilwoman councilman councilmember councillor councilor alderman alderwoman commissioner ambassador envoy
  spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief director deputy assistant acting interim attorney
  district state sheriff officer detective inspector sergeant major lieutenant admiral brigadier archbishop bishop cardinal father
  sister brother imam rabbi coach mp mep msp foreign defense defence interior finance trade treasury health education speaker
  leader whip assemblyman assemblywoman delegate superintendent principal dean rector provost economist analyst author`.split(
    /\s+/,
  ),
);

/** The words of a name without titles, folded; empty when it is no name but an office, a role, a number or a pronoun. */
function nameParts(name: string): string[] {
  if (isOffice(name) || anybody.has(name.toLowerCase())) return [];
  const parts = name
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[’']s$/u, '')
    .split(/[\s,()]+/u)
    .filter(Boolean);
  const folded = parts.map(part => foldKey(part).replace(/\.$/, ''));
  // What stands before an office belongs to it: `Police Chief Berg`.
  const office = folded.findLastIndex((part, i) => i < parts.length - 1 && offices.has(part));
  const named = parts.filter((part, i) => i > office && /^\p{Lu}/u.test(part) && !titles.has(folded[i] ?? ''));
  return parts.some(part => /^\p{Ll}{4,}/u.test(part)) ? [] : named.map(part => foldKey(part).replace(/[.’']/g, ''));
}

/** Begin a sentence as big as a name, and could mean anybody: `Twelve said`. */
const anybody = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands dozens scores half several few many most some all both
  others another his her their its from none nobody everyone everybody`.split(/\s+/),
);

/** `the Home Secretary`, `Labour’s General Secretary`: whoever holds it. */
function isOffice(name: string): boolean {
  const words = name.toLowerCase().split(/\s+/);
  const owned = words.slice(0, -1).some(word => /(?:[’']s|s[’'])$/u.test(word));
  return officeNouns.has(words.at(-1) ?? '') && (determiners.has(words[0] ?? '') || owned);
}

function sameSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  return longest >= 6 && a[0] === b[0] && distance(a, b) <= (longest >= 9 ? 2 : 1);
}

/** Levenshtein distance; names are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
