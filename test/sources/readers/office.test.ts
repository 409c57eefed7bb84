import assert from 'node:assert/strict';
import { locate } from '../../../src/sources/locate.ts';
import { docx, epub, odt, odtXml, wordXml } from './documents.ts';
import { locatorText, read } from './read.ts';

describe('a Word document', () => {
  it('is its text as it stands with all changes accepted, notes behind it, fields without their code', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">It will </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>cost 40</w:t><w:noBreakHyphen/><w:t>odd</w:t></w:r></w:ins></w:p>
      <w:p><w:r><w:instrText>PAGE</w:instrText><w:t>Second</w:t><w:tab/><w:t>half</w:t><w:br/><w:t>line</w:t></w:r></w:p>`;
    const notes = {
      'word/footnotes.xml':
        '<w:footnotes><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>',
    };
    const { text } = await read('a.docx', docx(`<w:document><w:body>${body}</w:body></w:document>`, notes));
    assert.equal(text, 'It will cost 40-odd\n\nSecond half\nline\n\nA note.');
  });

  it('leaves out hidden words and programs that sign as authors, and guesses by its first lines', async () => {
    const hidden =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Do not print. </w:t></w:r><w:r><w:t>Text.</w:t></w:r></w:p>';
    const xml = wordXml('The bridge', 'By Jane Doe', '10 March 2025').replace('</w:body>', `${hidden}</w:body>`);
    const core = { 'docProps/core.xml': '<cp:coreProperties><dc:creator>python-docx</dc:creator></cp:coreProperties>' };
    const { source } = await read('a.docx', docx(xml, core));
    assert.deepEqual(
      [source?.title, source?.authors, source?.published, source?.text],
      ['The bridge', ['Jane Doe'], '2025-03-10', 'The bridge\n\nBy Jane Doe\n\n10 March 2025\n\nText.'],
    );
    const two = {
      'docProps/core.xml': '<cp:coreProperties><dc:creator>Jane Doe; John Roe</dc:creator></cp:coreProperties>',
    };
    assert.deepEqual((await read('a.docx', docx(xml, two))).source?.authors, ['Jane Doe', 'John Roe']);
  });

  it('has the pages where Word last broke it', async () => {
    const xml = wordXml('One.', 'Two.', 'Three.').replace('<w:t>Two', '<w:lastRenderedPageBreak/><w:t>Two');
    const { source } = await read('a.docx', docx(xml));
    assert.ok(source);
    const at = (words: string) => locate(source, { start: source.text.indexOf(words), end: 0 })?.label;
    assert.deepEqual([at('One'), at('Two'), at('Three')], ['1', '2', '2']);
  });

  it('states title and author, but not the name of its template', async () => {
    const core = (title: string) => ({
      'docProps/core.xml': `<cp:coreProperties><dc:title>${title}</dc:title><dc:creator>Jane Doe</dc:creator></cp:coreProperties>`,
    });
    const stated = await read('a.docx', docx(wordXml('Text.'), core('The bridge')));
    assert.deepEqual(
      [stated.source?.title, stated.source?.authors, stated.source?.guessed],
      ['The bridge', ['Jane Doe'], undefined],
    );
    const template = await read('a.docx', docx(wordXml('A first line'), core('Document1')));
    assert.deepEqual([template.source?.title, template.source?.guessed], ['A first line', ['title']]);
  });

  it('with a password says so', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
    const { problems } = await read('a.docx', ole);
    assert.match(problems[0] ?? '', /^is protected by a password, or of an old Office format/);
  });
});

describe('a table in a document', () => {
  const cells = [
    ['Year', 'Cost'],
    ['2021', '40'],
  ];
  const expected = 'Before.\n\nYear Cost\n2021 40\n\nAfter. One.\n\nTwo.\n\nEnd.';

  it('of Word has each row on a line, and a cell of several paragraphs keeps them', async () => {
    const p = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const row = (...columns: readonly string[]) =>
      `<w:tr>${columns.map(cell => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
    const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
    const body = [
      p('Before.'),
      table(...cells.map(columns => row(...columns.map(p)))),
      table(row(p('After.'), p('One.') + p('Two.'))),
      p('End.'),
    ];
    const { text } = await read('a.docx', docx(`<w:document><w:body>${body.join(p(''))}</w:body></w:document>`));
    assert.equal(text, expected);
  });

  it('of LibreOffice does so, too', async () => {
    const p = (words: string) => `<text:p>${words}</text:p>`;
    const row = (...columns: readonly string[]) =>
      `<table:table-row>${columns.map(cell => `<table:table-cell>${cell}</table:table-cell>`).join('')}</table:table-row>`;
    const body = [
      p('Before.'),
      ...cells.map(columns => row(...columns.map(p))),
      p(''),
      row(p('After.'), p('One.') + p('Two.')),
      p('End.'),
    ];
    assert.equal((await read('a.odt', odt(odtXml('@').replace(p('@'), body.join(''))))).text, expected);
  });
});

describe('the notes of a Word document', () => {
  it('stand on the pages of their marks', async () => {
    const body = `<w:document><w:body><w:p><w:r><w:t>One.</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t><w:footnoteReference w:id="3"/></w:r></w:p></w:body></w:document>`;
    const note = (id: number, words: string) =>
      `<w:footnote w:id="${id}"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:footnote>`;
    const notes = `<w:footnotes>${note(2, 'First.')}${note(3, 'Second.')}</w:footnotes>`;
    const { source } = await read('a.docx', docx(body, { 'word/footnotes.xml': notes }));
    assert.equal(source?.text, 'One.\n\nTwo.\n\nFirst.\n\nSecond.');
    assert.deepEqual(
      source?.locators?.map(({ label, span }) => [label, source.text.slice(span.start, span.end)]),
      [
        ['1', 'One.'],
        ['2', 'Two.'],
        ['1', 'First.'],
        ['2', 'Second.'],
      ],
    );
  });
});

describe('an OpenDocument text', () => {
  it('keeps the paragraphs of a note apart', async () => {
    const note = '<text:note><text:note-body><text:p>One.</text:p><text:p>Two.</text:p></text:note-body></text:note>';
    assert.equal((await read('a.odt', odt(odtXml(`Text.${note}`)))).text, 'Text.\n\nOne.\n\nTwo.');
  });

  it('is its text without comments and deleted words, notes behind it', async () => {
    const xml = odtXml(
      'It will<text:s/>cost<office:annotation><text:p>Really?</text:p></office:annotation> 40<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> million.',
    );
    const deleted = xml.replace(
      '<office:text>',
      '<office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>',
    );
    assert.equal((await read('a.odt', odt(deleted))).text, 'It will cost 40 million.\n\nA note.');
  });

  it('counts the pages that a style begins among those that LibreOffice found, and knows where a note stands', async () => {
    const style = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="Landscape"/>';
    const note = '<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>';
    const xml = odtXml('One.', `Two <text:soft-page-break/>three.${note}`, 'Four.').replace(
      '<text:p>Four',
      '<text:p text:style-name="P1">Four',
    );
    const pages = async (content: string) =>
      (await read('a.odt', odt(content))).source?.locators?.map(({ label, span }) => [label, span.end - span.start]);
    assert.deepEqual(await pages(xml.replace('<office:body>', `${style}<office:body>`)), [
      ['1', 9],
      ['2', 6],
      ['3', 5],
      ['2', 7],
    ]);
    const unpaged = xml.replace('<office:body>', `${style}<office:body>`).replace('<text:soft-page-break/>', '');
    assert.equal(await pages(unpaged), undefined);
  });

  it('with a password says so', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const { problems } = await read('a.odt', odt('noise', manifest));
    assert.deepEqual(problems, ['is protected by a password; save a copy without one']);
  });
});

describe('a book', () => {
  it('knows its chapters by the table of contents, whatever their files are called', async () => {
    const { source } = await read(
      'a.epub',
      epub({ 'The vote': '<p>They voted.</p>', 'Çà & là': '<p>They built.</p>' }),
    );
    assert.ok(source);
    const at = (words: string) => locatorText(locate(source, { start: source.text.indexOf(words), end: 0 }) ?? never());
    assert.deepEqual([at('They voted'), at('They built')], ['chapter “The vote”', 'chapter “Çà & là”']);
    assert.deepEqual([source.title, source.authors, source.published], ['The Book', ['Jane Doe'], '2024-03-02']);
  });

  it('knows parts that begin within a file', async () => {
    const links = '<li><a href="text.xhtml#a">First</a></li><li><a href="text.xhtml#b">Second</a></li>';
    const book = epub(
      { text: '<h2 id="a">1</h2><p>One.</p><h2 id="b">2</h2><p>Two.</p>' },
      { 'OEBPS/nav.xhtml': `<html><body><nav><ol>${links}</ol></nav></body></html>` },
    );
    const { source } = await read('a.epub', book);
    assert.ok(source);
    const at = (words: string) => locate(source, { start: source.text.indexOf(words), end: 0 })?.label;
    assert.deepEqual([at('One'), at('Two')], ['First', 'Second']);
  });

  it('under copy protection says so, and scrambled fonts do not count', async () => {
    const locked = (uri: string) =>
      `<encryption><EncryptedData><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`;
    const chapter = { One: '<p>They voted.</p>' };
    const drm = await read('a.epub', epub(chapter, { 'META-INF/encryption.xml': locked('OEBPS/One.xhtml') }));
    assert.match(drm.problems[0] ?? '', /^is protected against copying \(DRM\)/);
    const font = await read('a.epub', epub(chapter, { 'META-INF/encryption.xml': locked('OEBPS/font.otf') }));
    assert.deepEqual(font.problems, []);
  });
});

describe('rich text', () => {
  it('has its notes and text boxes, though they stand where old programs do not look', async () => {
    const note = String.raw`{\super\chftn}{\*\footnote A note.}`;
    const box = String.raw`{\shp{\*\shpinst\shpleft1{\sp{\sn shapeType}{\sv 202}}{\shptxt Boxed.\par}}{\shprslt{\par Again.}}}`;
    const other = String.raw`{\*\annotation Lost.}{\header{\*\shpinst{\shptxt Head.}}}`;
    const { text } = await read('a.rtf', `{\\rtf1\\ansi Words ${note}go on.\\par ${box}${other}End \\'93here\\'94.}`);
    assert.equal(text, 'Words go on.\n\nBoxed.\n\nEnd “here”.\n\nA note.');
  });

  it('is decoded by the code page of each font', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}{\info{\title The br\'eddge}{\author Jane Doe}}\f0 caf\'e9 {\f1\'ec\'ee\'f1\'f2} \u8220?quoted\u8221?\~\emdash{\*\unknown lost}{\v hidden}\par Second{\footnote A note.}\par}`;
    const { text, source } = await read('a.rtf', rtf);
    assert.equal(text, 'café мост “quoted” —\n\nSecond\n\nA note.');
    assert.deepEqual([source?.title, source?.authors], ['The brídge', ['Jane Doe']]);
  });
});

function never(): never {
  throw new Error('the text is there, so it is somewhere');
}
