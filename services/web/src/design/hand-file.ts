/** Puts an answer where this device puts files that are fetched, under the name that the system gives it. */
export async function handFile(response: Response, otherName: string): Promise<void> {
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameOf(response) ?? otherName;
  link.click();
  URL.revokeObjectURL(address);
}

/** As the system calls the file: of whose books it is, what, and of which day. */
const nameOf = (response: Response): string | undefined =>
  /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
