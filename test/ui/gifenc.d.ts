// gifenc brings no types of its own, and it is CommonJS: a module takes it whole.
declare module 'gifenc' {
  type Palette = readonly (readonly number[])[];
  const gifenc: {
    quantize(pixels: Uint8Array, colours: number): Palette;
    applyPalette(pixels: Uint8Array, palette: Palette): Uint8Array;
    GIFEncoder(): {
      writeFrame(
        pixels: Uint8Array,
        width: number,
        height: number,
        options: { readonly palette: Palette; readonly delay: number },
      ): void;
      finish(): void;
      bytes(): Uint8Array;
    };
  };
  export default gifenc;
}
