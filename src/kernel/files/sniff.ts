import { entriesOfZip } from './zip.ts';

/** What a file is, by its first bytes and not by its name. */
export type Kind = 'image' | 'pdf' | 'office' | 'audio' | 'video';
export type Sniffed = { kind: Kind; type: string; ending: string; macros?: boolean };

/** The kind of these bytes, or null where they are none that Cairn takes. */
export function sniff(bytes: Uint8Array): Sniffed | null {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('hex');
  for (const [signature, found] of SIGNATURES) if (signature.test(head)) return found;
  if (head.startsWith('504b0304')) return office(bytes);
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2) return MP3; // an MPEG frame of layer III without a tag before it
  return null;
}

const MP3: Sniffed = { kind: 'audio', type: 'audio/mpeg', ending: 'mp3' };

// HEIC is left out on purpose: nothing here can decode it, and a telephone sends JPEG where a form asks for that.
// In hexadecimal: 52494646 spells RIFF, 66747970 ftyp, 7765626d webm.
const SIGNATURES: [RegExp, Sniffed][] = [
  [/^ffd8ff/, { kind: 'image', type: 'image/jpeg', ending: 'jpg' }],
  [/^89504e470d0a1a0a/, { kind: 'image', type: 'image/png', ending: 'png' }],
  [/^52494646.{8}57454250/, { kind: 'image', type: 'image/webp', ending: 'webp' }],
  [/^47494638(?:37|39)61/, { kind: 'image', type: 'image/gif', ending: 'gif' }],
  [/^255044462d/, { kind: 'pdf', type: 'application/pdf', ending: 'pdf' }],
  [/^494433/, MP3],
  [/^4f676753/, { kind: 'audio', type: 'audio/ogg', ending: 'ogg' }],
  [/^52494646.{8}57415645/, { kind: 'audio', type: 'audio/wav', ending: 'wav' }],
  [/^664c6143/, { kind: 'audio', type: 'audio/flac', ending: 'flac' }],
  [/^.{8}667479704d34(?:41|42)20/, { kind: 'audio', type: 'audio/mp4', ending: 'm4a' }],
  [
    /^.{8}66747970(?:69736f6d|69736f32|69736f34|69736f35|69736f36|6d703431|6d703432|61766331|4d345620|64617368|4d534e56)/,
    { kind: 'video', type: 'video/mp4', ending: 'mp4' },
  ],
  [/^1a45dfa3.*7765626d/, { kind: 'video', type: 'video/webm', ending: 'webm' }],
];

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** A zip whose table of contents is that of a document, a sheet or slides. */
function office(bytes: Uint8Array): Sniffed | null {
  const names = (entriesOfZip(bytes) ?? []).map(({ name }) => name);
  const macros = names.some((name) => /vbaProject\.bin$|^Basic\//i.test(name)) || undefined;
  const found = (type: string, ending: string): Sniffed => ({ kind: 'office', type, ending, macros });
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document.xml')) return found(`${OOXML}.wordprocessingml.document`, 'docx');
    if (names.includes('xl/workbook.xml')) return found(`${OOXML}.spreadsheetml.sheet`, 'xlsx');
    if (names.includes('ppt/presentation.xml')) return found(`${OOXML}.presentationml.presentation`, 'pptx');
  }
  const mime = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    text(bytes, 30, 110),
  );
  if (mime?.[1] === 'text') return found(`${ODF}.text`, 'odt');
  if (mime?.[1] === 'spreadsheet') return found(`${ODF}.spreadsheet`, 'ods');
  if (mime?.[1] === 'presentation') return found(`${ODF}.presentation`, 'odp');
  return null;
}

/** Bytes as characters of the same number. */
function text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}
