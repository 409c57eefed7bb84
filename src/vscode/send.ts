import type { CancellationToken } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Requests } from '../server/protocol.ts';

/** One of our own requests to the server, with its types. Waits until the server has started. */
export async function send<Method extends keyof Requests>(
  client: LanguageClient,
  method: Method,
  params: Requests[Method]['params'],
  token?: CancellationToken,
): Promise<Requests[Method]['result']> {
  await client.start();
  return client.sendRequest(method, params, token);
}
