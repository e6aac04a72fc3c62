export type TextFile = { readonly name: string; readonly mediaType: string; readonly text: string };

/** A file of any content that was made in the page. */
export type PageFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: BlobPart;
};

/** Hands a file that was made in the page to the user. */
export function downloadFile({ name, mediaType, content }: PageFile): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export const downloadText = ({ name, mediaType, text }: TextFile): void =>
  downloadFile({ name, mediaType, content: text });
