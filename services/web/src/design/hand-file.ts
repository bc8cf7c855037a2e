/** Puts a file where this device puts what is fetched. */
export function handFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** As the system calls the file that it answers; `otherwise` where it does not say. */
export function nameOfFile(response: Response, otherwise: string): string {
  const said = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '');
  return said?.[1] ?? otherwise;
}
