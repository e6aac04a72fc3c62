export type TextFile = { readonly name: string; readonly mediaType: string; readonly text: string };

/** Hands a file that was made in the page to the user. */
export function downloadText({ name, mediaType, text }: TextFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
