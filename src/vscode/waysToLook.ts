export type WayToLook = 'browser' | 'editor';

/** How a saved page is looked at, the next way where the one before does not work, and the command that shows its file. */
export type WaysToLook = {
  readonly look: readonly [WayToLook, ...WayToLook[]];
  readonly show: 'revealFileInOS' | 'revealInExplorer';
};

/** In a browser; where the file lies on another machine than the browser, in an editor. */
export function waysToLook({
  remoteName,
  isDesktop,
}: {
  remoteName: string | undefined;
  isDesktop: boolean;
}): WaysToLook {
  return remoteName === undefined && isDesktop
    ? { look: ['browser', 'editor'], show: 'revealFileInOS' }
    : { look: ['editor'], show: 'revealInExplorer' };
}
