import { Refusal, type Language } from '@ayni/kernel';
import { readSpreadsheet, type Encoding, type Spreadsheet } from '@ayni/spreadsheets';

/** A file that is to be read, and in which language it is said why not. */
export type Asked = { readonly file: File; readonly encoding: Encoding | undefined; readonly language: Language };

/** The file as it was read, or why it was not, in words. */
export type Answered = { readonly spreadsheet: Spreadsheet } | { readonly refused: string };

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void answer(data).then((answered) => self.postMessage(answered));
});

async function answer({ file, encoding, language }: Asked): Promise<Answered> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { spreadsheet: await readSpreadsheet(bytes, { name: file.name, encoding }) };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('spreadsheet-unreadable');
    return { refused: refusal.text(language) };
  }
}
