import assert from 'node:assert/strict';
import type { Engine, QuoteCompletion } from '../../src/engine.ts';
import { applied, seedEngine, withCursor } from './seedEngine.ts';

const sentence = 'I really think Putin would look great if he got this settled';
const definition =
  "[^1]: Trump holding talks with Putin after warning Russia faces 'new step of aggression', 2025-10-16, seeds/000\\_8b6e00a719bda484.txt";

describe('complete', () => {
  let engine: Engine;
  before(async () => {
    engine = await seedEngine();
  });

  const first = (marked: string): QuoteCompletion => {
    const { draft, offset } = withCursor(marked);
    const completion = engine.complete(draft, offset)?.completions[0];
    assert.ok(completion, `nothing offered in ${marked}`);
    return completion;
  };
  const accepted = (marked: string): string => {
    const { edit, additionalEdits } = first(marked);
    const { draft } = withCursor(marked);
    return applied(draft.text, [edit, ...additionalEdits]).replace('000_8b', '000\\_8b');
  };

  it('offers the exact sentence first and inserts it once closed, with a footnote at the end of the draft', () => {
    assert.equal(first('# T\n\nTrump said, “I really|\n\nEnd.\n').passage.text, sentence);
    assert.equal(
      accepted('# T\n\nTrump said, “I really|\n\nEnd.\n'),
      `# T\n\nTrump said, “${sentence}”[^1]\n\nEnd.\n\n${definition}\n`,
    );
  });

  it('replaces the auto-closed mark and keeps the draft’s mark style', () => {
    assert.equal(accepted('Trump said, "I really|"\n'), `Trump said, "${sentence}"[^1]\n\n${definition}\n`);
    assert.equal(accepted('Trump said, «I really|»\n'), `Trump said, «${sentence}»[^1]\n\n${definition}\n`);
  });

  it('puts the definition into the main edit where the draft ends at the cursor', () => {
    for (const marked of ['Trump said, “I really|', 'Trump said, “I really|”']) {
      const { edit, additionalEdits, cursor } = first(marked);
      assert.deepEqual(additionalEdits, []);
      assert.equal(edit.text.slice(0, cursor), `“${sentence}”[^1]`);
      assert.equal(accepted(marked), `Trump said, “${sentence}”[^1]\n\n${definition}`);
    }
  });

  it('adds to definitions that stand already, in Windows line ends', () => {
    assert.equal(
      accepted('Trump said, “I really|\r\n\r\n[^1]: My own remark.\r\n').replace(
        definition.replace('[^1]', '[^2]'),
        'DEFINITION',
      ),
      `Trump said, “${sentence}”[^2]\r\n\r\n[^1]: My own remark.\r\nDEFINITION\r\n`,
    );
  });

  it('uses the note that the source has already', () => {
    const notes = '\n\n[^a]: seeds/000_8b6e00a719bda484.txt\n';
    assert.equal(
      accepted(`Trump said, “I really|${notes}`),
      `Trump said, “${sentence}”[^a]${notes}`.replace('000_8b', '000\\_8b'),
    );
  });

  it('begins the filter text with what the editor finds in the edit’s span, and goes on with the words to come', () => {
    const { draft, offset } = withCursor('Trump said, “I really|”\n');
    for (const { edit, filterText, passage } of engine.complete(draft, offset)?.completions ?? []) {
      assert.equal(filterText, draft.text.slice(edit.span.start, offset) + passage.text.replace(/\s*\n\s*/g, ' '));
      assert.ok(!draft.text.slice(edit.span.start, edit.span.end).includes('\n'));
    }
  });

  it('answers after each keystroke, the space at the end of the paragraph too', () => {
    for (let length = '“'.length; length <= '“I really '.length; length++) {
      const { draft, offset } = withCursor(`Trump said, ${'“I really '.slice(0, length)}|\n\nMore.\n`);
      assert.notEqual(engine.complete(draft, offset)?.completions.length ?? 0, 0, draft.text);
    }
  });

  it('offers only what stands in a source', () => {
    const { draft, offset } = withCursor('Trump said, “I relly think Putin would look graet|”\n');
    const completions = engine.complete(draft, offset)?.completions ?? [];
    assert.ok(completions.length > 0, 'typing errors are forgiven');
    for (const { passage, source } of completions) {
      assert.equal(source.text.slice(passage.span.start, passage.span.end), passage.text);
    }
  });

  it('offers the sentence meant when its one word is mistyped', () => {
    for (const typed of ['Tomahwaks', 'Tomahwaks ', 'Tomhawks', 'about Tomahwaks']) {
      const { draft, offset } = withCursor(`Trump said, “${typed}|`);
      const offered = engine.complete(draft, offset)?.completions.map(({ passage }) => passage.text) ?? [];
      assert.ok(
        offered.slice(0, 3).some(text => text.includes('Tomahawks')),
        `${typed}: ${offered.length} offered`,
      );
    }
  });

  const forms = (marked: string): QuoteCompletion[] => {
    const { draft, offset } = withCursor(marked);
    return [...(engine.complete(draft, offset)?.completions ?? [])];
  };

  it('offers the best quote in other forms behind the first ones, each a slice of its source', () => {
    const offered = forms('Trump said, “I mig|\n');
    assert.equal(offered[0]?.form, 'sentence');
    const clause = offered.find(({ form }) => form === 'clause');
    assert.equal(clause?.passage.text, 'I might have to speak to Russia');
    const whole = offered.find(({ form }) => form === 'whole');
    assert.match(whole?.passage.text ?? '', /^I might have .* I don’t think so$/);
    for (const { passage, source } of offered)
      assert.equal(source.text.slice(passage.span.start, passage.span.end), passage.text);
    assert.equal(new Set(offered.map(({ form, edit }) => form + edit.text)).size, offered.length);
  });

  it('never stops a clause where the source takes something back', async () => {
    const own = await seedEngine();
    const text = 'Mayor Anna Lind said: "We will open the new bridge in May, if the council agrees, and not before."';
    const source = { id: 'x', uri: 'x', path: 'x.txt', title: '', authors: [], text, hash: 'x' };
    own.store.put('x', { sources: [source], problems: [] });
    const { draft, offset } = withCursor('Lind said: “We will|\n');
    const clause = own.complete(draft, offset)?.completions.find(({ form }) => form === 'clause');
    assert.equal(clause?.passage.text, 'We will open the new bridge in May, if the council agrees');
  });

  const blocks = {
    'in a sentence': ['Trump said, “I mig|', 'Trump said,\n\n> QUOTE[^1]\n\nDEFINITION'],
    'with words behind': [
      'Trump said, “I mig|” and left.\n',
      'Trump said,\n\n> QUOTE[^1]\n\n and left.\n\nDEFINITION\n',
    ],
    'on a line of its own': ['So:\n\n“I mig|”\n\nEnd.\n', 'So:\n\n> QUOTE[^1]\n\nEnd.\n\nDEFINITION\n'],
    'in Windows line ends': ['So:\r\n“I mig|\r\nEnd.\r\n', 'So:\r\n\r\n> QUOTE[^1]\r\n\r\nEnd.\r\n\r\nDEFINITION\r\n'],
  } as const;
  for (const [where, [marked, expected]] of Object.entries(blocks)) {
    it(`writes a block quote ${where}, which a check finds exact and cited`, async () => {
      const block = forms(marked).find(({ form }) => form === 'block');
      assert.ok(block);
      const { draft, offset } = withCursor(marked);
      const { edit, additionalEdits, filterText, passage } = block;
      assert.equal(filterText, draft.text.slice(edit.span.start, offset) + passage.text);
      const text = applied(draft.text, [edit, ...additionalEdits]);
      const plain = text.replace('000_8b', '000\\_8b').replace(passage.text, 'QUOTE').replace(definition, 'DEFINITION');
      assert.equal(plain, expected);
      const { items } = await engine.check({ ...draft, text });
      const item = items.find(({ kind }) => kind === 'quotation');
      assert.equal(item?.kind === 'quotation' && item.quotation.form, 'block');
      assert.equal(item?.verdict.label, 'exact');
      assert.ok(item?.kind === 'quotation' && item.quotation.citation?.sourceId);
    });
  }

  it('offers no block quote where none can stand', () => {
    for (const marked of ['- Trump said, “I mig|\n', '> Trump said, “I mig|\n', '| “I mig| | b |\n|---|---|\n'])
      assert.ok(!forms(marked).some(({ form }) => form === 'block'), marked);
  });

  it('proposes what a typing error means, and puts what is used already last', () => {
    assert.match(first('Trump said, “Tomahwaks|').passage.text, /Tomahawks/);
    const offered = forms(`Trump said: “${sentence}.” He also said, “I |\n`);
    assert.equal(
      offered.findIndex(({ usedAt }) => usedAt),
      offered.length - 1,
    );
    assert.equal(offered.at(-1)?.passage.text, sentence);
  });

  const silent = [
    ['between words', 'Trump said| so.'],
    ['behind a closed quotation', 'Trump said “so.” |Then'],
    ['at an apostrophe', "Trump didn'|"],
    ['in code', 'Some `const a = "I really|` code.'],
    ['in a code block', '```js\nconst a = "I really|\n```\n'],
    ['in front matter', '---\ntitle: "I really|"\n---\n'],
    ['in a link', 'A [link](https://example.org/"I really|).'],
    ['in the next paragraph', 'He said “I really\n\nthink|'],
  ] as const;
  for (const [where, marked] of silent) {
    it(`is silent ${where}`, () => {
      const { draft, offset } = withCursor(marked);
      assert.equal(engine.complete(draft, offset), undefined);
    });
  }

  it('leaves the citation out when asked to', async () => {
    const bare = await seedEngine({ completionCite: false });
    const { draft, offset } = withCursor('Trump said, “I really|\n');
    const completion = bare.complete(draft, offset)?.completions[0];
    assert.equal(completion?.edit.text, `“${sentence}”`);
    assert.deepEqual(completion?.additionalEdits, []);
  });
});
