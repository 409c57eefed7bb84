/** Words that names of newspapers, agencies and broadcasters are made of. A word in a byline that is none says nothing. */
const telling =
  /^(?:times|post|courier|herald|gazette|tribune|news|newspaper|journal|guardian|telegraph|observer|chronicle|star|mail|daily|weekly|monthly|quarterly|review|press|agency|magazine|bulletin|echo|express|independent|record|register|sentinel|standard|sun|argus|dispatch|examiner|[ei]nquirer|globe|ledger|mercury|monitor|advocate|messenger|beacon|spectator|statesman|economist|broadcasting|radio|television|tv|media|newswire|digest|mirror|scotsman|intelligencer|\p{L}*zeitung|\p{L}*blatt|\p{L}*anzeiger|rundschau|spiegel|presse|nachrichten|kurier|allgemeine|monde|figaro|parisien|pa[ií]s|mundo|diario|peri[oó]dico|vanguardia|corriere|repubblica|stampa|gazzetta|volkskrant|\p{L}*dagblad|nyheter)$/iu;

/** Names of one word. */
const alone =
  /^(?:Reuters|Bloomberg|Politico|POLITICO|Axios|ProPublica|Newsweek|Newsday|Euronews|Xinhua|AFP|BBC|CNN|NPR|dpa|[\p{L}\d-]+\.(?:com|org|net|co\.uk|de|fr|es|it|nl|eu|news))$/u;

/** Parts of a paper, kinds of text and places, which stand beside a byline, too. */
const other =
  /^(?:(?:the )?(?:\p{L}+ )?(?:breaking|business|city|home|international|latest|local|national|political|regional|science|sports?|top|uk|us|world)\s+news|(?:news|press|daily|weekly)\s+(?:analysis|release|briefing|conference|review|statement)|the (?:hague|bronx|netherlands|gambia|bahamas))$/iu;

/** Who somebody is, not where it was printed. */
const office =
  /\b(?:editor|correspondent|reporter|writer|staff|analyst|columnist|secretary|minister|president|director|chief|officer|professor|head|photo|photographer)\b/i;

/**
 * The name of a newspaper, an agency or a broadcaster, when these words are one and nothing else: "The Valley Courier",
 * "Associated Press", "Reuters". A name that shows nowhere that it is one is not taken for one.
 */
export function isOutlet(words: string): boolean {
  if (words.length > 50 || other.test(words) || office.test(words)) return false;
  const parts = words.split(/\s+/);
  if (parts.length === 1) return alone.test(words);
  if (
    parts.length > 7 ||
    !parts.every(part => /^(?:[\p{Lu}\d][\p{L}\p{M}\d.'’&-]*|of|the|and|&|de|la|le|du|der)$/u.test(part))
  )
    return false;
  return /^the$/i.test(parts[0] ?? '') || parts.some(part => telling.test(part) || alone.test(part));
}

/** The outlet that a credit line names beside people and a date, and the line without it and without a `By` left alone. */
export function withoutOutlet(line: string): { readonly outlet?: string; readonly rest: string } {
  const isByline = /^by\b/i.test(line);
  const pieces = line.replace(/^by:?\s+/i, '').split(isByline ? inByline : inLine);
  const outlet = pieces
    .map(piece => piece.trim().replace(/\.$/, ''))
    .find((piece, i) => isOutlet(piece) && !(isByline && isPerson(piece, i === 0)));
  if (outlet === undefined) return { rest: line };
  const at = line.indexOf(outlet);
  const before = line.slice(0, at).replace(/(?:[.,;:(]|(?:^|\s+)(?:for|of|in|at|by))?\s*$/i, '');
  return {
    outlet: outlet.replace(/^the /, 'The '),
    rest: `${before}${line.slice(at + outlet.length).replace(/^\)/, '')}`,
  };
}

/** What parts names, offices, places and days. */
const inLine = /(?:(?<=\p{L}{2})\.|[,;:(])\s+|\s+[·•|–—-]\s+|\s+(?:for|of|in|on|at|by)\s+|\s*[()]/iu;
const inByline = new RegExp(`${inLine.source}|\\s+(?:and|&)\\s+`, 'iu');

/** Behind `By` stand people, and some are called Emily Post: there a name must say more clearly that it is a paper's. */
function isPerson(name: string, isFirst: boolean): boolean {
  const clear =
    /^(?:the|daily) |\b(?:news|newspaper|agency|media|magazine|broadcasting|radio|television|tv)\b|^associated press$/i;
  const parts = name.split(/\s+/);
  if (clear.test(name) || parts.some(part => alone.test(part))) return false;
  const last = parts.at(-1) ?? '';
  const isSurname = parts.length === 2 && /^(?:post|press|sun|star|herald|mail|mercury|record|standard)$/i.test(last);
  return isFirst || isSurname || !telling.test(last);
}
