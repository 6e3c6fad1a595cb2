// The encoder alone: the package's entry brings canvas and SVG writers that the card does not use.
declare module 'qrcode/lib/core/qrcode.js' {
  export function create(
    text: string,
    options: {errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H'},
  ): {modules: {readonly size: number; readonly data: Uint8Array}};
}
