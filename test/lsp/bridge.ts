/** A small library of our own, so that the tests of the server do not hang on the sample articles. */
import { createFolder, type Folder } from './editor.ts';

export const bridgeArticle = `---
title: Bridge will cost more than planned
date: 2024-03-02
author: R. Ode
---

The new bridge over the Lind will be longer than planned.

“The bridge will cost 40 million euros, and not one euro more,” said Mayor Ida Holm on Monday.

Work starts in the spring of 2025. The council approved the plan with nine votes against four.
`;

export function bridgeFolder(more: Readonly<Record<string, string>> = {}): Folder {
  return createFolder({ 'sources/bridge.md': bridgeArticle, ...more });
}

/** A draft with one wrong word in a quotation. */
export const alteredDraft = 'Mayor Holm said: “The bridge will cost 50 million euros, and not one euro more.”\n';
