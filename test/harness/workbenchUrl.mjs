// The address of a served VS Code's workbench.
import { resolve } from 'node:path';

/**
 * The address that opens a folder, and in it a file; without a folder, an empty window. The extension's folder and the
 * suite's file are only heeded by a server that serves tests. The address's host and port must be those of the page.
 * @param {{ url: string, authority: string, token: string }} server
 * @param {{ folder?: string, openFile?: string, extension?: string, suite?: string }} options
 */
export function workbenchUrl({ url, authority, token }, { folder, openFile, extension, suite }) {
  const files = Object.entries({ extensionDevelopmentPath: extension, extensionTestsPath: suite, openFile });
  const payload = files.flatMap(([key, path]) =>
    path === undefined ? [] : [[key, `vscode-remote://${authority}${encodeURI(resolve(path))}`]],
  );
  payload.push(['skipWelcome', 'true']);
  const place = folder === undefined ? { ew: 'true' } : { folder: resolve(folder) };
  const query = { tkn: token, ...place, payload: JSON.stringify(payload) };
  return `${url}/?${new URLSearchParams(query)}`;
}
