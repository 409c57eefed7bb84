/** Assemblies and those who sit in them: whoever told the Commons told MPs. */

/** One line an assembly, or the houses of one; a word that stands in two lines may mean either. */
const table = `
Commons|House of Commons|MPs|Parliament|British Parliament|UK Parliament|Westminster
Lords|House of Lords|Peers|Parliament|British Parliament|UK Parliament|Westminster
Senate|Senators|Congress|US Senate|Capitol Hill
House of Representatives|Representatives|Congressmen|Congress|US House|Capitol Hill
European Parliament|MEPs|Parliament
Holyrood|MSPs|Scottish Parliament|Parliament
Bundestag|German parliament|Parliament
Knesset|Parliament
`;

const sitting = table
  .trim()
  .split('\n')
  .map(line => line.split('|'));

/** The assemblies that a name may stand for, by their place; none for other names. */
export function assembliesOf(name: string): readonly number[] {
  return sitting.flatMap((names, i) => (names.includes(name) ? [i] : []));
}
