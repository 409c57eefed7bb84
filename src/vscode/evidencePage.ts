import * as vscode from 'vscode';

/** The id of the view, as package.json has it. */
export const evidenceView = 'groundwork.evidence';

/**
 * The page of the Evidence view, the same whatever it shows: what there is to show comes as data, and media/evidence.js puts
 * it in as text. Nothing but that script and its stylesheet may load or run.
 */
export function evidencePage(webview: Pick<vscode.Webview, 'asWebviewUri' | 'cspSource'>, media: vscode.Uri): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('evidence.css')}">
</head>
<body>
<main id="evidence"></main>
<p id="said" class="unseen" role="status" aria-live="polite"></p>
<script nonce="${nonce}" src="${address('evidence.js')}"></script>
</body>
</html>`;
}
