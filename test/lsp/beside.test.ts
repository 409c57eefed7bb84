import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type {
  ClientCapabilities,
  CompletionList,
  Hover,
  InlineCompletionItem,
  LocationLink,
  MarkupContent,
} from 'vscode-languageserver';
import type { EvidenceAnswer, FoundRow, LibraryRow, LibraryTop, Requests } from '../../src/server/protocol.ts';
import { askUntil } from './askUntil.ts';
import { alteredDraft, bridgeArticle, bridgeFolder } from './bridge.ts';
import { createFolder, type Editor, pulling, withEditor } from './editor.ts';

type Result<Method extends keyof Requests> = Requests[Method]['result'];

const initializationOptions = { sourceScheme: 'groundwork-source', openPassageCommand: 'open' };
const capabilities: ClientCapabilities = {
  ...pulling,
  textDocument: { ...pulling.textDocument, inlineCompletion: { dynamicRegistration: false } },
};

describe('ghost text over stdio', () => {
  const typed = 'Mayor Holm said: “The bridge will cost 40';

  it("is the source's own words, closed, and nothing while a list shows or where nothing is open", async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder], capabilities }, async editor => {
      assert.ok(editor.capabilities.inlineCompletionProvider);
      const draft = await editor.open(folder.uriOf('draft.md'), `${typed}\n\nThe bridge will cost 40\n`);
      await draft.pull();
      const ask = (words: string, more = {}) =>
        editor.connection.sendRequest<InlineCompletionItem[]>('textDocument/inlineCompletion', {
          ...draft.behind(words),
          context: { triggerKind: 1, ...more },
        });
      const [item] = await ask(typed);
      assert.match(String(item?.insertText), /^ million euros, and not one euro more,?”$/);
      assert.equal(item?.command, undefined, 'the client has no command to cite with');
      const { position } = draft.on(typed);
      const range = { start: position, end: position };
      assert.deepEqual(await ask(typed, { selectedCompletionInfo: { range, text: 'x' } }), []);
      assert.deepEqual(await ask('\n\nThe bridge will cost 40'), []);
    });
  });

  it('is cited once it was accepted, where the client has a command for that', async () => {
    const folder = bridgeFolder();
    const options = { folders: [folder], capabilities, initializationOptions: { citeCommand: 'cite' } };
    await withEditor(options, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), `${typed}\n`);
      await draft.pull();
      const place = { ...draft.behind(typed), context: { triggerKind: 1 } };
      const [item] = await editor.connection.sendRequest<InlineCompletionItem[]>(
        'textDocument/inlineCompletion',
        place,
      );
      const [uri, handle] = item?.command?.arguments ?? [];
      assert.deepEqual([item?.command?.command, uri], ['cite', draft.uri]);
      await draft.change(`${typed}${item?.insertText}\n`);
      const behind = draft.behind(String(item?.insertText));
      const { edits } = await editor.connection.sendRequest<Result<'groundwork/cite'>>('groundwork/cite', {
        ...behind,
        handle,
      });
      assert.match(draft.applied(edits), /one euro more,?”\[\^1\]\n\n\[\^1\]: Bridge will cost/);
      await editor.configure({ completion: { cite: false } });
      await draft.change(`${typed}\n`);
      const ask = () => editor.connection.sendRequest<InlineCompletionItem[]>('textDocument/inlineCompletion', place);
      await askUntil('ghost text without a citation', ask, ([item]) => item?.command === undefined);
    });
  });

  it('is not promised to clients that do not know it', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      assert.equal(editor.capabilities.inlineCompletionProvider, undefined);
    });
  });
});

describe('completion of citations over stdio', () => {
  for (const [typed, inserted] of [
    ['It is long. [@bri', /^odeBridgeWillCost2024$/],
    ['It is long.[^', /^\[\^1\]/],
  ] as const) {
    it(`lists the sources behind ${typed.slice(-5)}`, async () => {
      const folder = bridgeFolder();
      await withEditor({ folders: [folder] }, async editor => {
        const draft = await editor.open(folder.uriOf('draft.md'), `${typed}\n`);
        await draft.pull();
        const list = await editor.connection.sendRequest<CompletionList>(
          'textDocument/completion',
          draft.behind(typed),
        );
        const [item] = list.items;
        assert.equal(item?.label, 'Bridge will cost more…');
        assert.equal(item?.labelDetails?.description, 'R. Ode · 2024-03-02');
        const documentation = item?.documentation as MarkupContent | undefined;
        assert.match(documentation?.value ?? '', /Bridge will cost more than planned[\s\S]*R\. Ode · 2024-03-02/);
        assert.match(item?.textEdit?.newText ?? '', inserted);
        const resolved = await editor.connection.sendRequest<typeof item>('completionItem/resolve', item);
        assert.deepEqual(resolved?.documentation, item?.documentation);
      });
    });
  }

  it('names an author by the surname alone where there is no room for more', async () => {
    const article =
      '---\ntitle: The Myth of the Lazy Teenager\nauthor: Eleanor Marsh\ndate: 2016\n---\n\nThey are late.\n';
    const folder = createFolder({
      'sources/marsh.md': article,
      'sources/other.md': article.replace('h\ndate', 'h and Jo Berg\ndate'),
    });
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), 'It is long [@\n');
      await draft.pull();
      const list = await editor.connection.sendRequest<CompletionList>('textDocument/completion', draft.behind('[@'));
      const beside = list.items.map(({ labelDetails }) => labelDetails?.description);
      assert.deepEqual(beside, ['Eleanor Marsh · 2016', 'Marsh et al. · 2016']);
    });
  });
});

describe('the views beside a draft over stdio', () => {
  it('get the library with its health, uses and quotes by speaker', async () => {
    const folder = bridgeFolder({ 'sources/empty.txt': '' });
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const { textDocument } = draft;
      const uses = await editor.connection.sendRequest<Result<'groundwork/uses'>>('groundwork/uses', { textDocument });
      assert.deepEqual(
        uses.map(({ sourceId, kind, range }) => [sourceId, kind, draft.textIn(range).slice(0, 11)]),
        [[folder.uriOf('sources/bridge.md'), 'quotation', '“The bridge']],
      );
      const { rows, count, groups } = await editor.connection.sendRequest<LibraryTop>('groundwork/library', {});
      assert.deepEqual(
        rows.map(({ title, published, health }) => [title, published, health]),
        [
          ['sources/empty.txt', undefined, 'unreadable'],
          ['Bridge will cost more than planned', '2024-03-02', 'good'],
        ],
      );
      assert.deepEqual([count, groups], [1, []]);
      const people = await editor.connection.sendRequest<Result<'groundwork/quotesOf'>>('groundwork/quotesOf', {
        sourceId: rows[1]?.id,
      });
      assert.match(people[0]?.name ?? '', /Ida Holm/);
      assert.equal(people[0]?.quotes[0]?.text, 'The bridge will cost 40 million euros, and not one euro more,');
      assert.equal(people[0]?.quotes[0]?.place, 'line 9');
    });
  });

  it('get many sources as groups that are opened one by one, and each source by its words', async () => {
    const title = (i: number) => `${i % 3 === 0 ? '“Élan' : i % 3 === 1 ? 'river' : '7 days'} number ${i}`;
    const many = Array.from({ length: 301 }, (_, i) => [`sources/${i}.md`, `---\ntitle: ${title(i)}\n---\n\nText.\n`]);
    const folder = createFolder(Object.fromEntries(many));
    await withEditor({ folders: [folder] }, async editor => {
      await (await editor.open(folder.uriOf('draft.md'), alteredDraft)).pull();
      const { rows, count, groups } = await editor.connection.sendRequest<LibraryTop>('groundwork/library', {});
      assert.deepEqual([rows, count], [[], 301]);
      assert.deepEqual(groups, [
        { letter: '#', count: 100 },
        { letter: 'R', count: 100 },
        { letter: 'E', count: 101 },
      ]);
      const river = await editor.connection.sendRequest<LibraryRow[]>('groundwork/group', { letter: 'R' });
      assert.deepEqual([river.length, river[0]?.title], [100, 'river number 1']);
      const find = (query: string, limit = 5) =>
        editor.connection.sendRequest<FoundRow[]>('groundwork/findSources', { query, limit });
      assert.deepEqual(
        (await find('ELAN 201')).map(({ row, group }) => [row.title, group]),
        [['“Élan number 201', { letter: 'E', count: 101 }]],
      );
      assert.equal((await find('rivor')).length, 5, 'mistyped');
      assert.deepEqual((await find('', 2)).length, 2);
      folder.write('sources/1.md', '---\ntitle: Zebra\n---\n\nText.\n');
      await editor.filesChanged([{ uri: folder.uriOf('sources/1.md'), type: 2 }]);
      const [found] = await askUntil(
        'the new title',
        () => find('zebra'),
        ([first]) => first?.row.title === 'Zebra',
      );
      assert.deepEqual(found?.group, { letter: 'Z', count: 1 });
    });
  });

  it('get the evidence for what is under the cursor, its differing words marked', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), `# Title\n\n${alteredDraft}\nWork starts in 2025.\n`);
      const answer = await ask(editor, draft.on('will cost'));
      assert.ok(answer.state === 'card');
      assert.equal(answer.card.headline, 'Altered quotation');
      const [passage] = answer.card.passages;
      assert.deepEqual(
        passage?.pieces.filter(({ mark }) => mark),
        [{ text: '40', mark: 'differs' }],
      );
      assert.deepEqual(passage?.changes, [{ draft: '50', source: '40' }]);
      assert.equal(passage?.place, 'line 9');
      const [mend, ...others] = answer.card.repairs;
      assert.deepEqual([mend?.title, others], ["Use the source's “40”", []]);
      assert.equal(draft.applied(mend?.edits ?? []), draft.text().replace('50', '40'));
      const claim = await ask(editor, draft.on('starts in'));
      assert.ok(claim.state === 'card' && claim.card.passages.length > 0);
      assert.deepEqual(await ask(editor, draft.on('# Title')), { state: 'nothing' });
      assert.deepEqual(
        await ask(editor, draft.behind('in 2025.')),
        claim,
        'who has just written it is right behind it',
      );
      assert.deepEqual(await ask(editor, draft.behind('Work starts in 2025.\n')), { state: 'nothing' });
    });
  });

  it('show a paragraph once, whatever else of it bears on a claim, and say what is ignored', async () => {
    const paragraph =
      'The council chose the old harbour for the ferry. The ferry will leave the old harbour at nine. The council met on Monday.';
    const folder = createFolder({ 'sources/council.md': `---\ntitle: Council\n---\n\n${paragraph}\n` });
    const text = '<!-- groundwork-ignore -->\nThe council said the ferry leaves the old harbour at ten.\n';
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const answer = await ask(editor, draft.on('ferry leaves'));
      assert.ok(answer.state === 'card');
      const words = answer.card.passages.map(({ pieces }) => pieces.map(piece => piece.text).join(''));
      assert.deepEqual([...new Set(words)], words, 'no passage twice');
      const related = answer.card.passages.filter(({ changes }) => changes.length === 0);
      assert.ok(related.length <= 1, words.join('\n'));
      assert.match(answer.card.findings[0]?.text ?? '', /^Ignored by you: claim-/);
      const places = await editor.connection.sendRequest<Result<'groundwork/passages'>>(
        'groundwork/passages',
        draft.on('ferry leaves'),
      );
      assert.equal(places.length, 1, 'the one that tells');
    });
  });

  it('say how grave what else was found is', async () => {
    const folder = bridgeFolder();
    const exact = alteredDraft.replace('50', '40');
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), exact);
      const answer = await ask(editor, draft.on('will cost'));
      assert.ok(answer.state === 'card');
      const [uncited, ...others] = answer.card.findings;
      assert.equal(uncited?.severity, 'hint');
      assert.match(uncited?.text ?? '', /^No citation/);
      assert.deepEqual(others, []);
    });
  });

  it('show a quotation’s card wherever something is wrong with it, and cite behind it', async () => {
    const folder = bridgeFolder({
      'sources/harbour.md': '---\ntitle: The harbour\n---\n\nThe harbour is full of mud.\n',
    });
    const said = '“The bridge will cost 40 million euros, and not one euro more,” said Gerald Whitty on Monday.[^1]';
    const text = `${said}\n\n[^1]: The harbour, sources/harbour.md\n`;
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const on = await ask(editor, draft.on('will cost'));
      assert.ok(on.state === 'card' && on.card.kind === 'quotation');
      assert.deepEqual(
        on.card.findings.map(finding => finding.text.slice(0, 32)),
        ['The source gives these words to ', 'The harbour does not have these '],
      );
      assert.deepEqual(await ask(editor, draft.on('Whitty')), on, 'on the wrong name');
      assert.deepEqual(await ask(editor, draft.on('[^1]')), on, 'on the wrong citation');
      const hover = (words: string) => editor.connection.sendRequest<Hover>('textDocument/hover', draft.on(words));
      const range = (await hover('Whitty')).range;
      assert.equal(range && draft.textIn(range), 'Gerald Whitty');
      assert.deepEqual((await hover('Whitty')).contents, (await hover('will cost')).contents);
      assert.deepEqual(await ask(editor, draft.on('on Monday')), { state: 'nothing' });
      const handle = on.card.passages[0]?.handle;
      const cite = { ...draft.on('Whitty'), handle };
      const { edits } = await editor.connection.sendRequest<Result<'groundwork/cite'>>('groundwork/cite', cite);
      assert.match(draft.applied(edits), /more,”\[\^2\] said Gerald Whitty on/);
    });
  });

  it('say why there is nothing to show', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const source = await editor.open(folder.uriOf('sources/bridge.md'), bridgeArticle);
      assert.deepEqual(await ask(editor, source.on('Monday')), { state: 'is-source' });
    });
    const sheet = bridgeFolder();
    await withEditor({ folders: [sheet] }, async editor => {
      for (const name of ['draft.fact-check.md', 'draft.fact-check.csv', 'numbers.csv']) {
        const made = await editor.open(sheet.uriOf(name), alteredDraft);
        assert.deepEqual(await ask(editor, made.on('Mayor')), { state: 'not-a-draft' }, name);
      }
    });
    const fresh = createFolder({ 'sources/new.md': '' });
    await withEditor({ folders: [fresh] }, async editor => {
      const source = await editor.open(fresh.uriOf('sources/new.md'), 'A sentence that nobody has saved yet.\n');
      assert.deepEqual(await ask(editor, source.on('sentence')), { state: 'is-source' }, 'a new file is empty');
    });
    const empty = createFolder({});
    await withEditor({ folders: [empty] }, async editor => {
      const draft = await editor.open(empty.uriOf('draft.md'), alteredDraft);
      assert.deepEqual(await ask(editor, draft.on('Mayor')), { state: 'no-sources' });
    });
  });

  it('cite and insert behind the thing, never inside it', async () => {
    const folder = bridgeFolder();
    const text = 'Work starts in the spring of 2025. The council agreed.\n';
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), text);
      const place = draft.on('starts in');
      const answer = await ask(editor, place);
      assert.ok(answer.state === 'card');
      const handle = answer.card.passages[0]?.handle;
      const cited = await editor.connection.sendRequest<Result<'groundwork/cite'>>('groundwork/cite', {
        ...place,
        handle,
      });
      assert.match(draft.applied(cited.edits), /2025\.\[\^1\] The council agreed\.\n\n\[\^1\]: /);
      const inserted = await editor.connection.sendRequest<Result<'groundwork/insertQuote'>>('groundwork/insertQuote', {
        ...place,
        handle,
        behind: true,
      });
      assert.match(draft.applied(inserted.edits), /2025\. “Work starts .*”\[\^1\] The council/);
      const gone = { ...place, handle: { ...handle, end: 1e9 } };
      assert.deepEqual((await editor.connection.sendRequest<typeof cited>('groundwork/cite', gone)).edits, []);
    });
  });

  it('get the sheet in each format', async () => {
    const folder = bridgeFolder();
    await withEditor({ folders: [folder] }, async editor => {
      const { textDocument } = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      for (const [format, begin] of [
        ['html', /^<!doctype html/i],
        ['markdown', /^---\ngroundwork: off\n---\n\n# /],
        ['csv', /,/],
      ] as const) {
        const params = { textDocument, format };
        const sheet = await editor.connection.sendRequest<Result<'groundwork/sheet'>>('groundwork/sheet', params);
        assert.match(sheet?.text ?? '', begin);
        assert.match(sheet?.text ?? '', /50 million euros/);
      }
    });
  });
});

describe('the text of a source that no editor shows as text', () => {
  const page = `<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1><p>Nothing yet about the cost of the new bridge over the river Lind, which is long.</p>
<p>“The bridge will cost 40 million euros, and not one euro more,” said Mayor Ida Holm on Monday, when the council met.</p></article></body></html>`;

  it('is opened at the passage, and names the original', async () => {
    const folder = createFolder({ 'sources/bridge.html': page });
    await withEditor({ folders: [folder], initializationOptions }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const [link] = await editor.connection.sendRequest<LocationLink[]>(
        'textDocument/definition',
        draft.on('will cost'),
      );
      assert.match(link?.targetUri ?? '', /^groundwork-source:\/bridge\.html\.txt\?file%3A/);
      const sourceId = folder.uriOf('sources/bridge.html');
      const shown = await editor.connection.sendRequest<Result<'groundwork/sourceText'>>('groundwork/sourceText', {
        sourceId,
      });
      assert.equal(shown?.original, sourceId);
      const lines = shown?.text.split('\n') ?? [];
      assert.equal(lines[0], 'Text of sources/bridge.html');
      const { start, end } = link?.targetSelectionRange ?? assert.fail('no range');
      assert.equal(start.line, end.line);
      assert.match(
        lines[start.line]?.slice(start.character, end.character) ?? '',
        /^“?The bridge will cost 40 million/,
      );
      const altered = (await draft.pull()).items.find(({ code }) => code === 'quote-altered');
      const said = altered?.relatedInformation?.[0]?.location;
      assert.deepEqual(
        [said?.uri, said?.range.start.line],
        [link?.targetUri, start.line],
        'from the list of problems too',
      );
      const { contents } = await editor.connection.sendRequest<{ contents: { value: string } }>(
        'textDocument/hover',
        draft.on('will cost'),
      );
      assert.match(contents.value, /\(command:open\?%5B%22groundwork-source%3A%2Fbridge/);
    });
  });

  it('is the file itself for clients that show no such text', async () => {
    const folder = createFolder({ 'sources/bridge.html': page });
    await withEditor({ folders: [folder] }, async editor => {
      const draft = await editor.open(folder.uriOf('draft.md'), alteredDraft);
      const [link] = await editor.connection.sendRequest<LocationLink[]>(
        'textDocument/definition',
        draft.on('will cost'),
      );
      assert.equal(link?.targetUri, folder.uriOf('sources/bridge.html'));
    });
  });
});

function ask(editor: Editor, place: unknown): Promise<EvidenceAnswer> {
  return editor.connection.sendRequest('groundwork/evidence', place);
}
