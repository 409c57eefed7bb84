/** package.json says the same of the settings as settings.ts does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { definitions as allDefinitions, type Definition, findingCodes, parseSettings } from '../src/settings.ts';
import { projectRoot } from './harness/paths.mjs';

type Property = {
  readonly type?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: { readonly type?: string };
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[]; readonly default?: unknown }>>;
  readonly additionalProperties?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly scope?: string;
};

const definitions = allDefinitions.filter(definition => !definition.fileOnly);
const levels = ['error', 'warning', 'information', 'hint', 'off'];

describe('contributes.configuration', () => {
  const properties = configuration();

  it('names the settings of settings.ts, in their order', () => {
    assert.deepEqual(
      Object.keys(properties).filter(key => key !== 'groundwork.trace.server'),
      definitions.map(definition => `groundwork.${definition.key}`),
    );
  });

  for (const definition of definitions) {
    it(`says of ${definition.key} what settings.ts says`, () => {
      const property = properties[`groundwork.${definition.key}`];
      assert.ok(property, 'the setting is there');
      assert.deepEqual(property.default, definition.default);
      assert.ok(property.description ?? property.markdownDescription, 'it is described');
      checkKind(property, definition);
    });
  }
});

function configuration(): Readonly<Record<string, Property>> {
  const description = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const sections: { readonly properties: Record<string, Property> }[] = [description.contributes.configuration].flat();
  return Object.assign({}, ...sections.map(section => section?.properties));
}

function checkKind(property: Property, { kind }: Definition): void {
  switch (kind.type) {
    case 'globs':
      assert.equal(property.type, 'array');
      assert.equal(property.items?.type, 'string');
      break;
    case 'boolean':
      assert.equal(property.type, 'boolean');
      break;
    case 'number':
      assert.equal(property.type, 'number');
      assert.deepEqual([property.minimum, property.maximum], [kind.minimum, kind.maximum]);
      break;
    case 'choice':
      assert.equal(property.type, 'string');
      assert.deepEqual(property.enum, kind.values);
      break;
    case 'text':
      assert.equal(property.type, 'string');
      assert.equal(property.enum, undefined);
      break;
    case 'fields':
      assert.equal(property.type, 'object');
      assert.deepEqual(Object.keys(property.properties ?? {}), kind.names);
      assert.equal(property.additionalProperties, false);
      break;
    case 'severities':
      assert.equal(property.type, 'object');
      assert.deepEqual(Object.keys(property.properties ?? {}), findingCodes);
      for (const code of Object.values(property.properties ?? {})) assert.deepEqual(code.enum, levels);
      assert.equal(property.additionalProperties, false);
  }
}

describe('a key of groundwork.json that is no setting', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [{ source: { include: ['a/**'] } }, 'source.include is not a setting of Groundwork. Did you mean sources.include?'],
    [
      { 'groundwork.claims.level': 'off' },
      'groundwork.claims.level is not a setting of Groundwork. In this file it is claims.level, without “groundwork.”.',
    ],
    [{ claim: { level: 'off' } }, 'claim.level is not a setting of Groundwork. Did you mean claims.level?'],
    [{ editor: { fontSize: 3 } }, 'editor.fontSize is not a setting of Groundwork.'],
  ];
  for (const [input, expected] of cases) {
    it(`is answered with what was likely meant: ${Object.keys(input as object)[0]}`, () => {
      const { problems } = parseSettings(input, true);
      assert.deepEqual(
        problems.map(({ message }) => message),
        [expected],
      );
    });
  }
});
