/**
 * The fields of TOML front matter as Hugo has it: texts, numbers, dates, and lists of texts. Tables are taken as if their
 * fields stood alone, after those that do; what else TOML can say is left out.
 */
export function tomlFields(toml: string): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  const field = /^[ \t]*["']?([\w-]+)["']?[ \t]*=[ \t]*(\[[^\]]*\]|.*)$/gm;
  for (const [, name = '', value = ''] of toml.matchAll(field)) fields[name] ??= fieldValue(value.trim());
  return fields;
}

function fieldValue(text: string): unknown {
  if (text.startsWith('['))
    return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(([whole]) => fieldValue(whole));
  const basic = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  if (basic !== undefined) return basic.replace(/\\u([0-9a-fA-F]{4})|\\(.)/g, unescaped);
  return /^'([^']*)'/.exec(text)?.[1] ?? text.replace(/\s+#.*$/, '');
}

function unescaped(_whole: string, code: string | undefined, sign: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return sign === 'n' || sign === 't' ? ' ' : (sign ?? '');
}
