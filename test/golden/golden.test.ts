import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases, rewriteCase } from './fixture.ts';

// Compiled tests run from out/; the fixtures stay where people edit them. UPDATE=1 rewrites their expectations.
const folder = join(process.cwd(), 'test/golden');

for (const name of readdirSync(folder).filter(file => file.endsWith('.golden'))) {
  const path = join(folder, name);
  const cases = readCases(readFileSync(path, 'utf8'));
  describe(`golden ${name}`, () => {
    const rewritten: string[] = [];
    for (const golden of cases) {
      it(golden.name, async () => {
        const actual = await rewriteCase(golden);
        rewritten.push(actual);
        if (process.env.UPDATE !== '1') assert.equal(actual, expected(golden.name, path));
      });
    }
    after(() => {
      if (process.env.UPDATE === '1' && rewritten.length === cases.length) writeFileSync(path, rewritten.join('\n'));
    });
  });
}

function expected(name: string, path: string): string {
  const text = readFileSync(path, 'utf8');
  const start = text.indexOf(`=== ${name}\n`);
  const next = text.indexOf('\n=== ', start);
  return `${text.slice(start, next < 0 ? undefined : next + 1).trimEnd()}\n`;
}
