import assert from 'node:assert/strict';
import { createEngine, createSourceStore, type Engine, readSource } from '../../src/engine.ts';
import type { Draft } from '../../src/model.ts';
import { applied, markdown, seedEngine, withCursor } from './seedEngine.ts';

describe('ghost text', () => {
  let engine: Engine;
  before(async () => {
    engine = await seedEngine();
  });
  const grey = (marked: string): string | undefined => {
    const { draft, offset } = withCursor(marked);
    const ghost = engine.ghost(draft, offset);
    return ghost && applied(draft.text, [ghost.edit]);
  };

  it("goes on with the source's own words and closes the quotation", () => {
    assert.equal(
      grey('Trump said, “I really think Pu|'),
      'Trump said, “I really think Putin would look great if he got this settled”',
    );
  });

  it('takes the place of a closing mark that the editor put there', () => {
    assert.equal(
      grey('Trump said, "I really think Pu|"'),
      'Trump said, "I really think Putin would look great if he got this settled"',
    );
  });

  it('is silent outside quotations, for few letters, for a wrong letter and for a whole passage', () => {
    for (const marked of [
      'I really think Pu|',
      'He said, “I re|',
      'He said, “I reaLly think|',
      'He said, “I really thank|',
      'He said, “I really think Putin would look great if he got this settled|',
    ]) {
      assert.equal(grey(marked), undefined, marked);
    }
  });

  it('is silent when two passages begin so, and when it is switched off', async () => {
    const off = await seedEngine({ completionGhostText: false });
    const { draft, offset } = withCursor('Trump said, “I really think Pu|');
    assert.equal(off.ghost(draft, offset), undefined);
    assert.equal(grey('He said, “I think |'), undefined);
  });
});

describe('an ignore comment', () => {
  const quotation = 'Trump said: “I really think Putin would look good if he got this settled.”';
  const places: Record<string, string> = {
    'a paragraph': `One.\n\n${quotation}\n`,
    'a paragraph that begins with emphasis': `*So:* ${quotation}\n`,
    'a heading': `# ${quotation}\n`,
    'a list item': `- One.\n- ${quotation}\n- Three.\n`,
    'a list item with a footnote': `- ${quotation}[^1]\n\n[^1]: seeds/003_e31fde116e57c3b2.txt\n`,
    'a quoted paragraph': `> ${quotation}\n`,
    'a table cell': `| a | b |\n| --- | --- |\n| ${quotation} | c |\n`,
    'Windows line ends': `One.\r\n\r\n${quotation}\r\n`,
  };
  let engine: Engine;
  before(async () => {
    engine = await seedEngine();
  });
  const altered = async (draft: Draft) =>
    (await engine.check(draft)).findings.filter(({ code }) => code === 'quote-altered');

  for (const [name, text] of Object.entries(places)) {
    it(`hides the finding in ${name}`, async () => {
      const [finding] = await altered(markdown(text));
      assert.ok(finding);
      const edit = engine.ignoreComment(markdown(text), finding);
      assert.ok(edit);
      const mended = applied(text, [edit]);
      assert.match(mended, /<!-- groundwork-ignore quote-altered -->/);
      assert.deepEqual(await altered(markdown(mended)), [], mended);
      // The same words elsewhere are still reported.
      assert.equal((await altered(markdown(`${mended}\n\n${quotation}\n`))).length, 1, mended);
    });
  }
});

describe('what stands beside a draft', () => {
  let engine: Engine;
  before(async () => {
    engine = await seedEngine();
  });

  it('says which sources are used where, each place once', async () => {
    const draft = markdown(
      'Trump said: “We have a lot of Tomahawks.”[^1] The call was long.[^2]\n\n[^1]: seeds/003_e31fde116e57c3b2.txt\n[^2]: seeds/000_8b6e00a719bda484.txt\n',
    );
    const { items } = await engine.check(draft);
    const used = engine
      .uses(draft, items)
      .map(({ sourceId, span, kind }) => [sourceId.slice(-24), draft.text.slice(span.start, span.end), kind]);
    assert.deepEqual(used, [
      ['003_e31fde116e57c3b2.txt', '“We have a lot of Tomahawks.”', 'quotation'],
      ['000_8b6e00a719bda484.txt', '[^2]', 'citation'],
    ]);
  });

  it('lists the quotes of a source by speaker, the unclear ones last, none lost', () => {
    for (const source of engine.store.sources()) {
      const people = engine.speakers(source);
      assert.ok(people.some(({ name }) => name?.includes('Trump')));
      assert.ok(people.slice(0, -1).every(({ name }) => name !== undefined));
      const names = people.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
    }
  });

  it('lists who says what in a transcript, without the labels', async () => {
    const store = createSourceStore();
    const turns = [
      'CHAIR: We have one item.',
      'QUIST: Thank you, Chair. I will be brief.\n\nThe boats “burn” oil.',
      'COUNCILLOR DEMIR:\nWhy?',
      'QUIST: They lose little.',
      'CHAIR: Thank you.',
    ];
    const file = {
      uri: 'file:///w/hearing.txt',
      path: 'hearing.txt',
      bytes: new TextEncoder().encode(`A hearing\n\n${turns.join('\n\n')}\n`),
    };
    store.put(file.uri, await readSource(file, { maxBytes: 1e6 }));
    const [source] = store.sources();
    assert.ok(source);
    const said = createEngine({ store })
      .speakers(source)
      .map(({ name, quotes }) => [name, quotes.map(({ passage }) => passage.text)]);
    assert.deepEqual(said, [
      ['Chair', ['We have one item.', 'Thank you.']],
      ['Quist', ['Thank you, Chair. I will be brief.', 'The boats “burn” oil.', 'They lose little.']],
      ['Councillor Demir', ['Why?']],
    ]);
  });

  it('cites behind the thing under the cursor, and puts a quotation behind it', async () => {
    const { draft, offset } = withCursor('The two will me|et in Budapest. More.\n');
    const [found] = engine.find('Budapest', 1);
    assert.ok(found);
    assert.match(
      applied(draft.text, engine.citePassage(draft, offset, found.passage)),
      /^The two will meet in Budapest\.\[\^1\] More\.\n\n\[\^1\]: /,
    );
    const typed = withCursor('He said: “We have a lot of Tomahawks.”|The two will meet in Budapest.\n');
    assert.match(
      applied(typed.draft.text, engine.citeHere(typed.draft, typed.offset, found.passage)),
      /^He said: “We have a lot of Tomahawks\.”\[\^1\]The two will meet in Budapest\.\n\n\[\^1\]: /,
      'at the cursor itself, whatever begins there',
    );
    const quoted = applied(draft.text, engine.quoteBehind(draft, offset, found.passage));
    assert.ok(quoted.startsWith(`The two will meet in Budapest. “${found.passage.text}”[^1] More.`), quoted);
  });
});
