import assert from 'node:assert/strict';
import { attribute } from '../../src/quotes/attribute.ts';
import { quotedStretches } from '../../src/quotes/stretches.ts';
import { processorTime } from '../processorTime.ts';

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
    // An office beside its holder's name, and alone.
    ['“We go,” the Environment Secretary, Anna Lind, told the Commons.', ['Anna Lind']],
    ['The Environment Secretary, Anna Lind (Lab), said: “We go.”', ['Anna Lind']],
    ['“We go,” Anna Lind, the Environment Secretary, said.', ['Anna Lind']],
    ['“We go,” the Secretary of State for Health, Anna Lind, said.', ['Anna Lind']],
    ['“We go,” its Chief Executive, Anna Lind, said.', ['Anna Lind']],
    ['“We go,” the Home Secretary said.', ['the Home Secretary']],
    ['Ove Falk’s lawyer, Mara Oyen, said: “We go.”', ['Mara Oyen']],
    ['Mara Oyen, for the Coast Party, dismissed it as “a reward for failure”.', ['Mara Oyen']],
    ['Ove Falk, dismissed as “a mere clerk”, was angry.', [undefined]],
    ['Ove Falk was dismissed as “a mere clerk” by Anna Lind.', [undefined]],
    ['Ove Falk said that the reserve of £18m was “very thin”.', ['Ove Falk']],
    ['Ove Falk said that 31% of 1,500 seats were “never sold”.', ['Ove Falk']],
    // Who is made to speak, who tells another, and who is only met, quoted or asked about.
    ['Melatonin was not measured, which led the chronobiologist Anna Lind to say that “we guess”.', ['Anna Lind']],
    ['Fifteen nurses left, Anna Lind saying that “nobody stayed”.', ['Anna Lind']],
    ['Pressure fell, a result described by Anna Lind as “small but real”.', ['Anna Lind']],
    ['Pressure fell, in what Anna Lind called “a small effect”.', ['Anna Lind']],
    ['Ove Falk was sentenced by Judge Mara Oyen, who told him: “You go.”', ['Mara Oyen']],
    ['Ove Falk said Anna Lind had told him: “You go.”', ['Anna Lind']],
    ['“We go,” Anna Lind, whose brother, Ove Falk, was there, said.', ['Anna Lind']],
    ['Sentencing Falk, Judge Mara Oyen said: “We go.”', ['Mara Oyen']],
    ['The report, written by Ove Falk, says: “We go.”', ['The report']],
    // Whom a pronoun means, and when it is not clear.
    ['In a statement read by the clerk, Mara Oyen, she said: “We go.”', [undefined]],
    ['Anna Lind came. In a statement read by the clerk, Mara Oyen, she said: “We go.”', ['Anna Lind']],
    ['Anna Lind came. Pressed by the chairman, Ola Berg, she said: “We go.”', ['Anna Lind']],
    ['Anna Lind came. Melatonin, she said, was “not measured at all”.', ['Anna Lind']],
    ['In an interview with Anna Lind, Ove Falk said: “We go.”', ['Ove Falk']],
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
    // Paragraphs of mere speech: who goes on, and who may be the other.
    ['“We go,” Lind said.\n\n“We stay,” Falk said.\n\n“We must.”', ['Lind', 'Falk', undefined]],
    ['“Do we go?” Lind asked.\n\n“We must.”', ['Lind', undefined]],
    ['“We go,” Lind said. It rained.\n\n“We stay,” Falk said.\n\n“We must.”', ['Lind', 'Falk', 'Falk']],
    // Behind a sentence about one person, and behind others.
    ['Anna Lind laughed. “Of course!”', ['Anna Lind']],
    ['It was a hold, Anna Lind said. “They blinked.”', ['Anna Lind']],
    ['Many Lindians laughed. “Of course!”', [undefined]],
    ['The bill passed. “Of course!”', [undefined]],
    ['Der Zug kam nie. „Wir warten.“', [undefined]],
    // A description gives way to the name beside it; what begins a sentence is no name for that.
    ['The Ukrainian, Oksana Melnyk, waited. “We go,” she said.', ['Oksana Melnyk']],
    ['One of them, Denise Fulm, waited. “We go,” she said.', ['Denise Fulm']],
    ['Lindahl’s widow, Joyce, waited. “We go,” she said.', ['Joyce']],
    ['My first boss, Lucille Arc, used to say, “We go.”', ['Lucille Arc']],
    ['Rovers boss Paul Reid was proud. “We go,” he said.', ['Paul Reid']],
    ['Its head of operations Paul Reid was proud. “We go,” he said.', ['Paul Reid']],
    ['“We go,” said Anna Lind. Her answer? Cans. “We must,” she added.', ['Anna Lind', 'Anna Lind']],
    ['Anna Lind, 40, came. None of it was planned. “We go,” she said.', ['Anna Lind']],
    ['Pressed again about Iowa, Paul Reid laughed. “We go,” he said.', ['Paul Reid']],
    ['“We go,” is how Anna Lind put it.', ['Anna Lind']],
    ['The manual, in bold type, warns employees: “Recuse yourselves.”', ['The manual']],
    ['Another wrote, “We go.”', ['Another']],
    ['A spokeswoman for Harcourt was sorry. “We go,” she added.', ['A spokeswoman']],
    ['A spokeswoman for Harcourt was sorry. “We go,” he added.', [undefined]],
    ['A reporter asked Anna Lind why. “We go,” she said.', [undefined]],
    ['One Labour MS called it “a trap”. “We go,” they said.', ['One Labour MS', 'One Labour MS']],
    ['“We go.” Somebody at the back shouts “No!”', [undefined, 'Somebody']],
    ['Paul Reid, of Springfield, Va., said it was “done”. “We go,” he added.', ['Paul Reid', 'Paul Reid']],
    ['She was told so, to which Falk replied: “We go.”', ['Falk']],
    ['Anna Lind waited. The “Avatar” star posted a note.', [undefined]],
    // Of the sexes that first names tell.
    [
      '“We go,” Paul Reid said.\n\n“We stay,” said Anna Lind.\n\n“We must,” he said.',
      ['Paul Reid', 'Anna Lind', 'Paul Reid'],
    ],
    ['Anna Lind has a desk, a fact that Mara Oyen brought up. “We go,” she said.', [undefined]],
    // Other languages.
    ['„Wir gehen“, so Wolters, „und zwar bald.“', ['Wolters']],
    ['In einer Mail schrieb Heike Stoll: „Wir gehen.“', ['Heike Stoll']],
    ['Anwohner Horst Pape, 71, lacht. „Wir gehen“, erzählt er.', ['Horst Pape']],
    ['Heike Stoll traf Jens Wolters. „Wir gehen“, erzählt sie.', [undefined]],
    ['« On attend, s’agace Yann Le Goff, du port. Rien ne vient. »', ['Yann Le Goff']],
    ['«A mi abuela —recordó Ana Ibarra— le parecía bien».', ['Ana Ibarra']],
    ['Según Pablo Serrano, llueve. «Nos vamos», explicó.', ['Pablo Serrano']],
    ['„Idziemy” – powiedziała Ewa Lis podczas konferencji. „Zaraz.”', ['Ewa Lis']],
    ['”Vi går”, säger landsbygdsminister Maria Sandell till TT. ”Snart.”', ['Maria Sandell']],
    ['”Vi går”, säger Maria Sandell. Statsministern teg. ”Nej”, sade han.', ['Maria Sandell', undefined]],
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
        return processorTime(() => attribute(text, stretches));
      };
      cost(100);
      const [short, long] = [cost(100), Math.min(cost(1000), cost(1000))];
      assert.ok(long <= 30 * Math.max(short, 20), `${unit}: 100 quotations ${short} ms, 1,000 ${long} ms`);
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
