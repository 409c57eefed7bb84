import assert from 'node:assert/strict';
import { createEngine, createSourceStore, readSource } from '../../src/engine.ts';
import { markdown } from '../engine/seedEngine.ts';

const between = 'It rained and rained, and the whole street was grey for weeks on end.';

describe('two passages joined as one quotation', () => {
  const messages = async (source: string, text: string): Promise<string[]> => {
    const store = createSourceStore();
    const file = { uri: 'file:///w/roof.txt', path: 'roof.txt', bytes: new TextEncoder().encode(source) };
    store.put(file.uri, await readSource(file, { maxBytes: 1e6 }));
    const { findings } = await createEngine({ store }).check(markdown(text));
    return findings.filter(({ code }) => code === 'quote-altered').map(({ message }) => message);
  };

  it("are told apart by their speakers, and the first ends where its speaker's words do", async () => {
    const [message, ...more] = await messages(
      `“Nobody ever warned us about the ice,” said Kari Solheim. “We were left alone out there.” The mayor shrugged. ${between} “The bridge shakes in every single storm,” Bo Ahlgren told the council.\n`,
      'Solheim said: “We were left alone out there. The bridge shakes in every single storm.”\n',
    );
    assert.deepEqual(more, []);
    assert.match(
      message ?? '',
      /: “We were left alone out there”.*; “The bridge shakes in every single storm” \(Bo Ahlgren\) —/,
    );
  });

  it("name nobody when both are the named speaker's", async () => {
    const [message] = await messages(
      `“Nobody ever warned us about the ice,” said Kari Solheim. ${between} “The bridge shakes in every single storm,” Solheim told the council.\n`,
      'Solheim said: “Nobody ever warned us about the ice. The bridge shakes in every single storm.”\n',
    );
    assert.match(message ?? '', /the ice”; “The bridge shakes in every single storm” —/);
  });
});
