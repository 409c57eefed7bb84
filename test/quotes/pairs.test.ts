import assert from 'node:assert/strict';
import { createEngine, createSourceStore, readSource } from '../../src/engine.ts';

const sources = {
  'cuts.txt': `Ferry operator cuts winter sailings

The island ferry company Norrsund will halve its winter timetable after losing a government grant worth 3.2 million euros, its managing director, Helga Strand, said on Tuesday.

“We did not want to do this, and we will not pretend that it is good for anybody,” Strand told reporters at the harbour office. “But a ship that sails with nine passengers burns the same fuel as a ship that sails with ninety.”

From November, the morning departure from Tolme will be cancelled on weekdays. “Between 1,200 and 1,400 people depend on that boat,” said Peter Aldous, the mayor of Tolme. “Some of them are nurses. They cannot work from home.”

Aldous said that the decision was probably legal but “morally indefensible”. He added: “I don't believe the company has told us everything. Tens of thousands of pounds were spent on a new logo last year.”

A spokesperson for the transport ministry, Ida Quist, said the grant had never been meant to last. “It was a bridge, not a road,” she said. “The programme was always going to end in 2024, and every operator knew it, although some of them seem to have forgotten.”

“I am not angry,” said the retired captain Olav Brandt, 81, who sailed the route for thirty-four years. “I am tired. I've seen this labour wasted before, and I recognise the colour of it.”`,
  'protest.txt': `Islanders protest at ferry cuts

About 300 people marched through Tolme on Saturday against the loss of their morning ferry.

“Between 1,200 and 1,500 people depend on that boat,” Mayor Peter Aldous told the crowd. “Some of them are nurses, and they can't work from home.”

Maria Lindqvist, a nurse at the county hospital, said she had been told to “find a flat on the mainland”. “My children go to school here,” she said. “If the boat goes, we go, and then they can close the school as well.”

Helga Strand, who runs the ferry company, sent a letter that was read aloud. “I understand the anger and I share it,” it said. “We have asked the ministry to reconsider; so far we have heard nothing.”`,
  'kuerzungen.txt': `Norrsund: „Wir wollten das nicht“

„Wir haben das nicht gewollt, und wir werden nicht so tun, als sei es gut“, sagte Geschäftsführerin Helga Strand am Dienstag.`,
};

/** What a draft makes of these articles: name, draft, and the verdict with its findings and the words they mark. */
const pairs: readonly (readonly [string, string, string])[] = [
  [
    'exact whole',
    'Strand said, “We did not want to do this, and we will not pretend that it is good for anybody.”',
    'exact',
  ],
  [
    'exact straight marks',
    'Strand said, "We did not want to do this, and we will not pretend that it is good for anybody."',
    'exact',
  ],
  [
    'exact guillemets',
    'Strand: «But a ship that sails with nine passengers burns the same fuel as a ship that sails with ninety.»',
    'exact',
  ],
  ['single marks', 'Aldous said: ‘Some of them are nurses. They cannot work from home.’', 'exact | variant cannot'],
  ['nbsp and thin', 'Aldous said: “Between 1,200 and 1,400 people depend on that boat.”', 'exact | variant 1,400'],
  ['number altered', 'Aldous said: “Between 1,200 and 1,800 people depend on that boat.”', 'altered | altered 1,800'],
  ['number lower', 'Aldous said: “Between 200 and 1,400 people depend on that boat.”', 'altered | altered 200'],
  [
    'number in words altered',
    'Strand said that “a ship that sails with five passengers burns the same fuel as a ship that sails with ninety”.',
    'altered | altered five',
  ],
  [
    'year altered',
    'Quist said: “The programme was always going to end in 2025, and every operator knew it.”',
    'altered | altered 2025',
  ],
  [
    'negation dropped',
    'Strand said: “We did want to do this, and we will not pretend that it is good for anybody.”',
    'altered | altered did want',
  ],
  ['negation added', "Aldous said: “I don't believe the company has not told us everything.”", 'altered | altered not'],
  [
    'negation of contraction',
    'Aldous said: “I do believe the company has told us everything.”',
    'altered | altered do',
  ],
  ['not angry reversed', '“I am angry,” Brandt said.', 'altered | altered am angry'],
  ['cannot to can', 'Aldous said: “They can work from home.”', 'altered | altered can'],
  [
    'name altered',
    'The letter said: “We have asked the council to reconsider; so far we have heard nothing.”',
    'altered | altered council',
  ],
  [
    'word swapped',
    "Brandt: “I've seen this work wasted before, and I recognise the colour of it.”",
    'altered | altered work',
  ],
  [
    'marked omission',
    'Quist said: “The programme was always going to end in 2024 … although some of them seem to have forgotten.”',
    'exact',
  ],
  [
    'omission brackets',
    'Quist said: “The programme was always going to end in 2024 [...] although some of them seem to have forgotten.”',
    'exact',
  ],
  [
    'omission spaced dots',
    'Quist said: “The programme was always going to end in 2024 . . . although some of them seem to have forgotten.”',
    'exact',
  ],
  [
    'omission four dots',
    'Aldous: “Some of them are nurses. . . . They cannot work from home.”',
    'exact | variant cannot',
  ],
  [
    'omission across cue',
    'Strand said: “We did not want to do this … But a ship that sails with nine passengers burns the same fuel.”',
    'exact',
  ],
  ['omission parentheses', 'Quist: “The programme was always going to end (…) and every operator knew it.”', 'exact'],
  [
    'silent omission',
    'Strand said: “We did not want to do this, and we will not pretend it is good for anybody.”',
    'altered | altered pretend it',
  ],
  [
    'silent omission of phrase',
    'Quist said: “The programme was always going to end, and every operator knew it.”',
    'altered | altered end, and',
  ],
  [
    'silent long omission',
    'Quist said: “The programme was going to end in 2024, although some of them seem to have forgotten.”',
    'altered | altered was going | altered 2024, although',
  ],
  [
    'insertion',
    'Strand said: “We did not want to do this [cut the timetable], and we will not pretend that it is good for anybody.”',
    'exact',
  ],
  ['replacement', 'Aldous said: “[The nurses] cannot work from home.”', 'exact'],
  [
    'replacement pronoun middle',
    'Quist: “The programme was always going to end in 2024, and every operator knew it, although some of [the companies] seem to have forgotten.”',
    'exact',
  ],
  ['sic', "Brandt: “I've seen this labour [sic] wasted before.”", 'exact'],
  ['tense in brackets', 'Quist said: “It [is] a bridge, not a road.”', 'exact'],
  ['tense ending', 'Strand said that a ship “[sailing] with nine passengers burns the same fuel”.', 'exact'],
  [
    'stem ending',
    'Strand said a ship that “sail[ed] with nine passengers burn[ed] the same fuel” as a full one.',
    'exact',
  ],
  [
    'bracket negation',
    'Strand said: “We did [indeed] want to do this, and we will not pretend that it is good for anybody.”',
    'altered | altered indeed',
  ],
  ['bracket number', 'Aldous: “Between 1,200 and [1,900] people depend on that boat.”', 'altered | altered 1,900'],
  ['capital at start', 'Strand conceded that “we did not want to do this”.', 'exact'],
  ['capital bracket', 'Strand conceded that “[w]e did not want to do this”.', 'exact'],
  [
    'capital raised',
    '“A ship that sails with nine passengers burns the same fuel as a ship that sails with ninety,” Strand said.',
    'exact',
  ],
  ['cut at but', 'Aldous called it “probably legal”.', 'exact'],
  [
    'spliced two speakers',
    'Strand said: “We did not want to do this, but between 1,200 and 1,400 people depend on that boat.”',
    'altered | altered all',
  ],
  [
    'spliced same speaker silently',
    'Strand said: “We did not want to do this, but a ship that sails with nine passengers burns the same fuel as a ship that sails with ninety.”',
    'altered | altered all',
  ],
  ['run on across cue', 'Brandt said: “I am not angry. I am tired.”', 'exact'],
  [
    'cut before qualifier',
    'Quist said: “The programme was always going to end in 2024, and every operator knew it.”',
    'exact',
  ],
  ['cut qualifier start', 'Aldous claimed that “thousands of pounds were spent on a new logo last year”.', 'exact'],
  ['cut dont believe', 'Aldous said: “The company has told us everything.”', 'exact'],
  ['misattributed same article', '“It was a bridge, not a road,” Strand said.', 'exact | misattributed Strand'],
  ['misattributed other', '“My children go to school here,” Helga Strand said.', 'exact | misattributed Helga Strand'],
  ['misattributed letter', 'Aldous wrote: “I understand the anger and I share it.”', 'exact'],
  ['right speaker by role', "“It was a bridge, not a road,” the ministry's spokesperson said.", 'exact'],
  [
    'variant',
    'Mayor Peter Aldous said: “Some of them are nurses. They cannot work from home.”',
    'exact | variant cannot',
  ],
  [
    'variant number other source',
    'Mayor Peter Aldous said: “Between 1,200 and 1,500 people depend on that boat.”',
    'exact | variant 1,500',
  ],
  [
    'american spelling',
    "Brandt said: “I've seen this labor wasted before, and I recognize the color of it.”",
    'altered | altered labor | altered recognize | altered color',
  ],
  [
    'translated',
    'Strand told a German paper: “We did not want that, and we will not act as if it were good.”',
    'altered | altered that | altered act as if | altered were',
  ],
  ['german exact', '„Wir haben das nicht gewollt“, sagte Strand.', 'exact'],
  [
    'german altered',
    '„Wir haben das gewollt, und wir werden nicht so tun, als sei es gut“, sagte Strand.',
    'altered | altered das gewollt',
  ],
  [
    'not there',
    'Strand said: “The ferry is a floating museum and nobody visits museums in winter.”',
    'not-found | not-found all',
  ],
  ['scare', 'The so-called “ghost ferry” left at six.', 'not-checked'],
  ['interrupted', '“We have asked the ministry to reconsider,” Strand wrote; “so far we have heard nothing.”', 'exact'],
  ['nested', 'Lindqvist was told to “find a flat on the mainland”.', 'exact'],
  [
    'contraction expanded',
    'Brandt: “I have seen this labour wasted before, and I recognise the colour of it.”',
    'altered | altered I have',
  ],
  ['ampersand/number format', 'Aldous: “Between 1200 and 1400 people depend on that boat.”', 'exact | variant 1400'],
  ['dash style', 'Lindqvist said: “If the boat goes – we go – and then they can close the school as well.”', 'exact'],
];

describe('quotations against their sources', () => {
  for (const [name, text, expected] of pairs) {
    it(name, async () => {
      const { items, findings } = await engine().then(made => made.check({ uri: 'd.md', language: 'markdown', text }));
      const verdicts = new Set(items.flatMap(item => ('quotation' in item ? [item.verdict.label] : [])));
      const marked = findings
        .filter(({ code }) => code.startsWith('quote-') && code !== 'quote-uncited')
        .map(({ code, span }) => `${code.slice('quote-'.length)} ${wordsAt(text, span.start, span.end)}`);
      assert.equal([[...verdicts].join(', '), ...marked].join(' | '), expected);
    });
  }
});

async function engine(): Promise<ReturnType<typeof createEngine>> {
  const store = createSourceStore();
  for (const [path, text] of Object.entries(sources))
    store.put(path, await readSource({ uri: path, path, bytes: new TextEncoder().encode(text) }, { maxBytes: 1e6 }));
  return createEngine({ store });
}

/** A mark of a whole quotation is called so. */
function wordsAt(text: string, start: number, end: number): string {
  return end - start > 40 ? 'all' : text.slice(start, end);
}
