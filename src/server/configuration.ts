import { parseSettings, type SettingProblem, type Settings } from '../settings.ts';

/**
 * The settings of one folder: what the editor sets wins over groundwork.json, key by key; ignored findings add up.
 * Unknown keys are reported for groundwork.json only, where they are typing errors.
 */
export function folderSettings(
  groundworkJson: unknown,
  editor: unknown,
): { readonly settings: Settings; readonly problems: readonly string[] } {
  const file = parseSettings(groundworkJson, true);
  const own = parseSettings(editor);
  const { settings } = parseSettings(merge(withoutBad(groundworkJson), editor));
  return {
    settings: { ...settings, ignore: [...file.settings.ignore, ...own.settings.ignore] },
    problems: [
      ...file.problems.map(problem => `groundwork.json: ${said(problem)}`),
      ...own.problems.map(problem => `Settings: groundwork.${said(problem)}`),
    ],
  };
}

function said(problem: SettingProblem): string {
  return problem.message.startsWith(problem.key) ? problem.message : `${problem.key}: ${problem.message}`;
}

/** A groundwork.json that is not an object says nothing. */
function withoutBad(value: unknown): unknown {
  return isRecord(value) ? value : {};
}

/** Objects are merged deeply; anything else in `over` replaces what is below. */
function merge(below: unknown, over: unknown): unknown {
  if (over === undefined || over === null) return below;
  if (!isRecord(below) || !isRecord(over)) return over;
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    // Deleted first: of `a.b` and `a: { b }` the one read last wins, and that must be the upper one.
    delete merged[key];
    merged[key] = merge(before, value);
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
