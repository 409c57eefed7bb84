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

/** The answer to a request about a text that has changed meanwhile: the client asks again for the later one. */
export function overtaken(error: unknown): never {
  if (isAbort(error)) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
  throw error;
}

/** A check that a later text of its document has put an end to. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** The answer to a request that the client no longer wants. */
export function cancelled(): never {
  throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
