import assert from 'node:assert/strict';
import { attribute } from '../../src/quotes/attribute.ts';
import { quotedStretches } from '../../src/quotes/stretches.ts';

const speakers = (text: string): (string | undefined)[] =>
  attribute(text, quotedStretches(text)).map(found => found?.speaker);

describe('attribute', () => {
  const cases: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ['“We go,” said Mayor Anna Lind.', ['Anna Lind']],
    ['“We go,” Lind said on Monday.', ['Lind']],
    ['“We go,” Ove Falk, who runs the harbour, told reporters.', ['Ove Falk']],
    ['“We go,” Ove Falk, 57, told the paper.', ['Ove Falk']],
    ['“We go,” said a spokeswoman, Mara Oyen.', ['Mara Oyen']],
    ['“We go,” the harbour’s head of staff, Mara Oyen, said.', ['Mara Oyen']],
    ['“We go,” said former Rep. Ola Berg (D-Ohio).', ['Ola Berg']],
    ['“We go,” said Coast Party campaign manager Ida Moe.', ['Ida Moe']],
    ['“We go,” the Kremlin spokesman said.', ['the Kremlin spokesman']],
    ['“We go,” according to Anna Lind.', ['Anna Lind']],
    ['“We go.” ― Karen Vik', ['Karen Vik']],
    ['Lind told the council, “We go.”', ['Lind']],
    ['Ove Falk, who was listed on the slate, told them, “We go.”', ['Ove Falk']],
    ['On Monday, Lind praised the plan, adding: “We go.”', ['Lind']],
    ['According to Anna Lind, “we go” is the plan.', ['Anna Lind']],
    ['Anna Lind: “We go.”', ['Anna Lind']],
    ['Lind was asked by host Ola Berg, “Will you go?”', ['Ola Berg']],
    ['Lind was asked, “Will you go?”', [undefined]],
    ['Said Dora Poynt, who grew up there, “We go.”', ['Dora Poynt']],
    ['Falk, who went to Avignon, France said, “We go.”', ['Falk']],
    ['“One,” Lind said, “two.”', ['Lind']],
    ['“One,” Lind said. “Two.”', ['Lind']],
    ['“One,” Lind said. “Two,” Falk replied.', ['Lind', 'Falk']],
    ['Anna Lind spoke on Monday. “We go,” she said.', ['Anna Lind']],
    ['“We go,” said Anna Lind.\n\n“We stay,” she added.', ['Anna Lind', 'Anna Lind']],
    ['“We go,” Lind said.\n\n“We must.”', ['Lind', 'Lind']],
    ['Anna Lind came first. Later Lind said, “We go.”', ['Anna Lind']],
    ['Anna Lind met Ola Lind. “We go,” Lind said.', ['Lind']],
    ['The plan is a “big step” for the town.', [undefined]],
    ['“We go,” he said.', [undefined]],
    ['He called it “so-so”. “Go.” The rain fell, and Lind said nothing.', [undefined, undefined]],
    ['She said, "we work on it"."I wait," Mr Zelenskyy told the paper.', [undefined, 'Zelenskyy']],
    // Whom a pronoun means, and when it is not clear.
    ['“We go,” Ove Falk said. The mayor frowned. “We stay,” he said.', ['Ove Falk', undefined]],
    ['Anna Lind and Ove Falk met. “We go,” he said.', [undefined]],
    ['“We go,” Anna Lind said. “We stay,” he said.', ['Anna Lind', undefined]],
    ['Ove Falk came at nine. He sat down. “We go,” he said.', ['Ove Falk']],
    ['His rival, Ohio Sen. Ola Berg, waited. “We go,” he said.', ['Ola Berg']],
    ['“We go,” Mara Oyen said. Not soon enough for Anna Lind. “We stay,” she said.', ['Mara Oyen', undefined]],
    ['Lind called it “a shame,” and Falk agreed. “We go,” he said.', ['Lind', undefined]],
    [
      '“We go,” said Ann Lind.\n\nThe “bridge of sighs” is old. “It falls,” she said.',
      ['Ann Lind', undefined, 'Ann Lind'],
    ],
    ['Lind said it was “dead,” adding, “We go on.”', ['Lind', 'Lind']],
    ['“We go,” the Beacon quoted Lind as saying.', ['Lind']],
    ['“We go,” is all the mayor would say.', [undefined]],
    ['„Wir gehen“, sagte Ministerin Heike Stoll. „Nein“, rief er.', ['Heike Stoll', undefined]],
    ['« Nous partons », a déclaré la maire Anne Roux. « Demain », a-t-elle ajouté.', ['Anne Roux', 'Anne Roux']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(speakers(text), expected));

  it('takes time in proportion to the text, paragraphs or none', () => {
    for (const unit of [
      '“We go,” he said. ',
      'Ove Falk came. “We go,” she said. ',
      'They went. It rained. “We go.” ',
      '„Wir gehen“, sagte er. ',
      '“We go,” he said.\n\n',
      '“我们没有，”他说。',
    ]) {
      const cost = (times: number): number => {
        const text = `Anna Lind came. ${unit.repeat(times)}`;
        const stretches = quotedStretches(text);
        const before = process.cpuUsage();
        attribute(text, stretches);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      cost(100);
      const [short, long] = [cost(100), cost(1000)];
      assert.ok(long <= 30 * Math.max(short, 10), `${unit}: 100 quotations ${short} ms, 1,000 ${long} ms`);
    }
  });

  it('says where speaker and cue stand', () => {
    const text = '“We go,” Mr. Lind told them.';
    const [found] = attribute(text, quotedStretches(text));
    assert.equal(text.slice(found?.speakerSpan.start, found?.speakerSpan.end), 'Lind');
    assert.equal(text.slice(found?.cueSpan?.start, found?.cueSpan?.end), 'told');
    assert.equal(found?.cue, 'told');
  });
});
