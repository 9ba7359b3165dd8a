import { create } from 'qrcode';

/** A QR code as SVG text: four modules of quiet around it (ISO/IEC 18004), no colour but ink. */
export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 8;
  const dots: string[] = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) dots.push(`M${column + 4} ${row + 4}h1v1h-1z`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${dots.join('')}" fill="#1f2a2e"/></svg>`;
}
