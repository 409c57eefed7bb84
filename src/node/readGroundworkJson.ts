import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, fileTrouble } from './fileTrouble.ts';

export type GroundworkJson = {
  /** What the file holds, for `parseSettings(settings, true)`; undefined when there is none or it is no JSON. */
  readonly settings: unknown;
  /** What is wrong with the file as such: sentences that its name begins. */
  readonly problems: readonly { readonly message: string }[];
};

/** Reads `groundwork.json` in a folder. A folder without one has nothing wrong. Never throws. */
export async function readGroundworkJson(folder: string): Promise<GroundworkJson> {
  try {
    return parseGroundworkJson(await readFile(join(folder, 'groundwork.json'), 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { settings: undefined, problems: [] };
    return unusable(fileTrouble(error));
  }
}

function parseGroundworkJson(text: string): GroundworkJson {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return { settings: JSON.parse(json), problems: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return unusable(`is not valid JSON (line ${lineOfError(json, detail)}: ${plain(detail)})`);
  }
}

function unusable(message: string): GroundworkJson {
  return { settings: undefined, problems: [{ message: `${message}. The defaults are used.` }] };
}

/** JSON.parse names the place as an offset, or not at all when the text ends too early. */
function lineOfError(json: string, detail: string): number {
  const position = /position (\d+)/.exec(detail)?.[1];
  return json.slice(0, position === undefined ? json.length : Number(position)).split('\n').length;
}

function plain(detail: string): string {
  return detail
    .replace(/ in JSON at position.*$/s, '')
    .replace(/, (?:\.\.\.)?".*$/s, '')
    .replace(/ at position.*$/s, '');
}
