import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The editor's cancellation as the engine knows it. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** Settles as the promise does, but rejects as soon as the signal is aborted. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}

/** The answer to a request that the client no longer wants. */
export function cancelled(): never {
  throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
