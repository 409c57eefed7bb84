/** The part of citation-js that is used. A CommonJS package: some loaders give its exports as the default one. */
declare module '@citation-js/core' {
  type Plugins = {
    readonly input: { chain(input: unknown, options: { forceType: string; generateGraph: boolean }): unknown };
    readonly output: { format(name: string, entries: readonly object[], options: object): unknown };
    readonly config: { get(plugin: string): { readonly format: object } };
  };
  type Exports = { readonly plugins: Plugins };
  const exports: Exports & { readonly default: Exports };
  export = exports;
}
declare module '@citation-js/plugin-bibtex';
